package com.spendtracker.auth.session;

import com.spendtracker.support.problem.Problem;
import com.spendtracker.support.security.CurrentUser;
import com.spendtracker.support.web.Origins;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows people where they are signed in, and lets them end that. */
@RestController
@Tag(name = "Sessions")
class SessionController {
    private static final String PATH = "/api/v1/users/me/sessions";

    private final Sessions sessions;
    private final Origins origins;

    SessionController(Sessions sessions, Origins origins) {
        this.sessions = sessions;
        this.origins = origins;
    }

    /** The last used first. */
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "sessions",
            summary = "Where you are signed in",
            description = "The last used first. A token that was got without a session is not among them.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "200", description = "The sessions")
    Mono<List<Session>> list(@Parameter(hidden = true) @AuthenticationPrincipal Jwt token) {
        return sessions.list(CurrentUser.of(token).id(), CurrentUser.sessionOf(token))
                .collectList();
    }

    /** Ends one of them. */
    @DeleteMapping(path = PATH + "/{id}")
    @Operation(
            operationId = "endSession",
            summary = "Sign out somewhere",
            description = "Access tokens that it has got count until they expire.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "204", description = "It has ended")
    @ApiResponse(
            responseCode = "404",
            description = "You have none of this id",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = Problem.class)))
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @PathVariable @Schema(format = "uuid") String id,
            ServerWebExchange exchange) {
        return sessions.end(CurrentUser.of(token).id(), parse(id), origins.of(exchange.getRequest()));
    }

    // What is no id at all is nobody's either.
    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw Sessions.none();
        }
    }

    /** Ends all of them, this one too. */
    @DeleteMapping(path = PATH)
    @Operation(
            operationId = "endAllSessions",
            summary = "Sign out everywhere",
            description = "Here too. Access tokens that were got count until they expire.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "204", description = "They have ended")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> endAll(@Parameter(hidden = true) @AuthenticationPrincipal Jwt token, ServerWebExchange exchange) {
        return sessions.endAll(CurrentUser.of(token).id(), origins.of(exchange.getRequest()));
    }
}
