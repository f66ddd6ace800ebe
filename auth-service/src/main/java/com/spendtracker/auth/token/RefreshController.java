package com.spendtracker.auth.token;

import com.spendtracker.auth.apitoken.ApiTokens;
import com.spendtracker.auth.session.Sessions;
import com.spendtracker.support.problem.Problem;
import com.spendtracker.support.web.Origin;
import com.spendtracker.support.web.Origins;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives access tokens for what was got by an earlier sign-in, and ends that. */
@RestController
@Tag(name = "Sign in")
class RefreshController {
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final Sessions sessions;
    private final ApiTokens apiTokens;
    private final TokenIssuer tokens;
    private final Origins origins;

    RefreshController(Sessions sessions, ApiTokens apiTokens, TokenIssuer tokens, Origins origins) {
        this.sessions = sessions;
        this.apiTokens = apiTokens;
        this.tokens = tokens;
        this.origins = origins;
    }

    /** The next access token and refresh token of a program's session. */
    @PostMapping(
            path = "/api/v1/token/refresh",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "refresh",
            summary = "Stay signed in",
            description = "A refresh token counts once. Whoever did not get the answer may ask again within 10 seconds,"
                    + " and gets the same refresh token; after that, one that comes twice ends the session.")
    @ApiResponse(responseCode = "200", description = "The next access token and refresh token")
    @ApiResponse(
            responseCode = "400",
            description = "There is no refresh_token",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "401",
            description = "The session has ended",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    Mono<ResponseEntity<TokenResponse>> refresh(@RequestBody RefreshRequest request, ServerWebExchange exchange) {
        return sessions.refresh(request.validated().refreshToken(), origins.of(exchange.getRequest()))
                .flatMap(session -> tokens.issue(TokenSubject.of(session))
                        .map(token -> TokenResponse.program(token, session.secret())))
                .map(RefreshController::answer);
    }

    /** An access token for an API token or for the token of a browser's session. */
    @PostMapping(
            path = "/api/v1/token/exchange",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "exchange",
            summary = "An access token for an API token",
            description = "For whoever calls a service at its own port: the gateway takes API tokens as they are, and"
                    + " does this by itself. The session_token of a browser's session is taken, too.")
    @ApiResponse(responseCode = "200", description = "The access token")
    @ApiResponse(
            responseCode = "400",
            description = "There is no token",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "401",
            description = "The token does not count, or no longer",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    Mono<ResponseEntity<TokenResponse>> exchange(@RequestBody HeldToken held, ServerWebExchange exchange) {
        return subject(held.validated().token(), origins.of(exchange.getRequest()))
                .flatMap(tokens::issue)
                .map(TokenResponse::exchanged)
                .map(RefreshController::answer);
    }

    private Mono<TokenSubject> subject(String token, Origin origin) {
        return ApiTokens.isOne(token)
                ? apiTokens.use(token, origin).map(TokenSubject::of)
                : sessions.use(token, origin).map(TokenSubject::of);
    }

    /** Ends a session; there is no telling whether there was one. */
    @PostMapping(path = "/api/v1/logout", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "signOut",
            summary = "Sign out",
            description = "Ends the session of a refresh_token or session_token. In a browser, the gateway knows the"
                    + " session by its cookie. Access tokens that it has got count until they expire.")
    @ApiResponse(responseCode = "204", description = "There is no such session any more")
    @ApiResponse(
            responseCode = "400",
            description = "There is no token",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> signOut(@RequestBody HeldToken held, ServerWebExchange exchange) {
        return sessions.signOut(held.validated().token(), origins.of(exchange.getRequest()));
    }

    private static ResponseEntity<TokenResponse> answer(TokenResponse token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(token);
    }
}
