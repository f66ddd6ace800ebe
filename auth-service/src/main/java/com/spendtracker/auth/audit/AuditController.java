package com.spendtracker.auth.audit;

import com.spendtracker.support.problem.Problem;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells people what was done with their account. */
@RestController
@Tag(name = "Users")
class AuditController {
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final int MAX_LIMIT = 500;

    private final AuditLog audit;

    AuditController(AuditLog audit) {
        this.audit = audit;
    }

    /** The latest first. */
    @GetMapping(path = "/api/v1/users/me/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "accountEvents",
            summary = "What was done with your account, and from where",
            description =
                    "Sign-ins, failed ones too, and what was done with the password, the second factor, sessions and API"
                            + " tokens in the last year; the latest first.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "200", description = "The events")
    @ApiResponse(
            responseCode = "400",
            description = "limit is not from 1 to 500",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    Mono<List<AuditEvent>> events(
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @RequestParam(defaultValue = "50") @Schema(minimum = "1", maximum = "500") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.invalid("limit", "must be from 1 to " + MAX_LIMIT);
        }
        return audit.latest(CurrentUser.of(token).id(), limit).collectList();
    }
}
