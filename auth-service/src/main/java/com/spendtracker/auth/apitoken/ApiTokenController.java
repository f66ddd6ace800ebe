package com.spendtracker.auth.apitoken;

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
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets people make, see and revoke tokens for their programs. */
@RestController
@Tag(name = "API tokens")
class ApiTokenController {
    private static final String PATH = "/api/v1/users/me/tokens";
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final ApiTokens tokens;
    private final Origins origins;

    ApiTokenController(ApiTokens tokens, Origins origins) {
        this.tokens = tokens;
        this.origins = origins;
    }

    /** The newest first, without what the programs send. */
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "apiTokens",
            summary = "Your programs' tokens",
            description = "The newest first; those that have expired, too.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "200", description = "The tokens")
    Mono<List<ApiToken>> list(@Parameter(hidden = true) @AuthenticationPrincipal Jwt token) {
        return tokens.list(CurrentUser.of(token).id()).collectList();
    }

    /** Makes one; only this answer has what the program sends. */
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createApiToken",
            summary = "Make a token for a program",
            description = "The token is in this answer only. It takes the password, so that a stolen session is not"
                    + " enough. It can't manage passwords, sessions and tokens.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "201", description = "The token")
    @ApiResponse(
            responseCode = "400",
            description = "A field is wrong, or the password is",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "You have as many as there can be",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many wrong passwords; Retry-After says when to come back",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    Mono<ResponseEntity<ApiToken>> create(
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @RequestBody ApiTokenRequest request,
            ServerWebExchange exchange) {
        return tokens.create(CurrentUser.of(token).id(), request.validated(), origins.of(exchange.getRequest()))
                .map(created -> ResponseEntity.status(HttpStatus.CREATED)
                        .cacheControl(CacheControl.noStore())
                        .body(created));
    }

    /** Revokes one. */
    @DeleteMapping(path = PATH + "/{id}")
    @Operation(
            operationId = "revokeApiToken",
            summary = "Revoke a program's token",
            description = "What is asked with it is refused within seconds.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "204", description = "It does not count any more")
    @ApiResponse(
            responseCode = "404",
            description = "You have none of this id",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @PathVariable long id,
            ServerWebExchange exchange) {
        return tokens.revoke(CurrentUser.of(token).id(), id, origins.of(exchange.getRequest()));
    }
}
