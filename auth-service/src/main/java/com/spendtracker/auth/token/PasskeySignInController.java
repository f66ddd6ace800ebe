package com.spendtracker.auth.token;

import com.spendtracker.auth.passkey.Passkeys;
import com.spendtracker.support.problem.Problem;
import com.spendtracker.support.web.Origins;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Exchanges a passkey's signature for an access token. */
@RestController
@Tag(name = "Sign in")
class PasskeySignInController {
    private static final String PATH = "/api/v1/login/passkey";
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final Passkeys passkeys;
    private final SignInService signIns;
    private final Origins origins;

    PasskeySignInController(Passkeys passkeys, SignInService signIns, Origins origins) {
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.origins = origins;
    }

    /** What to ask the browser for, of whoever is there. */
    @PostMapping(path = PATH + "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "beginPasskeySignIn",
            summary = "What to ask the browser for to sign in with a passkey",
            description = "For PublicKeyCredential.parseRequestOptionsFromJSON; it counts for five minutes.")
    @ApiResponse(
            responseCode = "200",
            description = "The options (Web Authentication: PublicKeyCredentialRequestOptionsJSON)",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
    ResponseEntity<String> options() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(passkeys.signInOptions());
    }

    /** Signs in. */
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "signInByPasskey",
            summary = "Sign in with a passkey",
            description = "With what the browser answered to the options. A passkey is two factors: there is no code"
                    + " besides.")
    @ApiResponse(responseCode = "200", description = "The access token")
    @ApiResponse(
            responseCode = "400",
            description = "There is no credential, or it can't be read",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "401",
            description = "The passkey is not known, or what it signed does not count",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    Mono<ResponseEntity<TokenResponse>> signIn(@RequestBody PasskeySignInRequest request, ServerWebExchange exchange) {
        return signIns.signIn(request.validated(), origins.of(exchange.getRequest()))
                .map(token ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(token));
    }
}
