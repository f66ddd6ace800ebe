package com.spendtracker.auth.token;

import com.spendtracker.support.problem.Problem;
import com.spendtracker.support.web.Origins;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Exchanges a username and a password for an access token. */
@RestController
@Tag(name = "Sign in")
class TokenController {
    private static final String PATH = "/api/v1/login";
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final SignInService signIns;
    private final Origins origins;

    TokenController(SignInService signIns, Origins origins) {
        this.signIns = signIns;
        this.origins = origins;
    }

    /** Signs in with the fields of a form; the query string is not looked at, as passwords there end up in logs. */
    @PostMapping(
            path = PATH,
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "signIn",
            summary = "Sign in",
            description =
                    "Answers an access token. A wrong password and an unknown username get the same answer. With the"
                            + " right password of an account with a second factor, the problem is second-factor-required if"
                            + " there is no code, and wrong-code if it does not count; a code counts once.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                                        schema = @Schema(implementation = SignInRequest.class)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = SignInRequest.class))
                            }))
    @ApiResponse(responseCode = "200", description = "The access token")
    @ApiResponse(
            responseCode = "400",
            description = "A field is missing, too long or not text, or the body can't be read",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "401",
            description = "Wrong username or password, or a code is missing or wrong",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "415",
            description = "Neither a form nor JSON",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many wrong passwords or codes; Retry-After says when to come back",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "503",
            description = "Too many sign-ins at once; Retry-After says when to come back",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    Mono<ResponseEntity<TokenResponse>> signInByForm(ServerWebExchange exchange) {
        return formOf(exchange).map(SignInRequest::of).flatMap(request -> signIn(request, exchange));
    }

    // Unlike a JSON body, a form that can't be read comes as whatever its parser threw.
    private static Mono<MultiValueMap<String, String>> formOf(ServerWebExchange exchange) {
        return exchange.getFormData()
                .onErrorMap(
                        error -> error instanceof IllegalArgumentException || error instanceof DataBufferLimitException,
                        error -> new ServerWebInputException("The form can't be read", null, error));
    }

    /** Signs in with a JSON object. */
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<TokenResponse>> signInByJson(@RequestBody SignInRequest request, ServerWebExchange exchange) {
        return signIn(request, exchange);
    }

    private Mono<ResponseEntity<TokenResponse>> signIn(SignInRequest request, ServerWebExchange exchange) {
        return signIns.signIn(request.validated(), origins.of(exchange.getRequest()))
                .map(TokenController::answer);
    }

    private static ResponseEntity<TokenResponse> answer(TokenResponse token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(token);
    }
}
