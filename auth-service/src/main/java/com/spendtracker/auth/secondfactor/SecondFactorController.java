package com.spendtracker.auth.secondfactor;

import com.spendtracker.auth.account.PasswordRequest;
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
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets people ask for a code besides their password when they sign in. */
@RestController
@Tag(name = "Second factor")
class SecondFactorController {
    private static final String PATH = "/api/v1/users/me/second-factor";
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final SecondFactors factors;
    private final Origins origins;

    SecondFactorController(SecondFactors factors, Origins origins) {
        this.factors = factors;
        this.origins = origins;
    }

    /** Whether there is one. */
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "secondFactor",
            summary = "Whether signing in takes a code besides your password",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "200", description = "Whether there is one, and how many recovery codes are left")
    Mono<ResponseEntity<SecondFactor>> state(@Parameter(hidden = true) @AuthenticationPrincipal Jwt token) {
        return factors.state(CurrentUser.of(token).id()).map(state -> answer(HttpStatus.OK, state));
    }

    /** Makes a secret for the app. */
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "beginSecondFactor",
            summary = "Set up a second factor",
            description = "Answers the secret for an authenticator app (TOTP, RFC 6238: SHA-1, six digits, 30 seconds)."
                    + " It counts once a code of it has confirmed it, within an hour; asked again before that, there is"
                    + " another secret.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "201", description = "The secret, in this answer only")
    @ApiResponse(
            responseCode = "400",
            description = "The password is wrong",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "There is one already",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many wrong passwords; Retry-After says when to come back",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    Mono<ResponseEntity<NewSecondFactor>> begin(
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @RequestBody PasswordRequest request,
            ServerWebExchange exchange) {
        return factors.begin(CurrentUser.of(token).id(), request.password(), origins.of(exchange.getRequest()))
                .map(begun -> answer(HttpStatus.CREATED, begun));
    }

    /** Lets it count. */
    @PostMapping(
            path = PATH + "/confirmation",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "confirmSecondFactor",
            summary = "Turn on the second factor",
            description =
                    "With a code that the app shows. From then on, signing in takes a code. Sessions and API tokens"
                            + " stay.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "200", description = "The recovery codes, in this answer only")
    @ApiResponse(
            responseCode = "400",
            description = "The code is wrong",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "There is none to be confirmed",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many wrong codes; Retry-After says when to come back",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    Mono<ResponseEntity<NewRecoveryCodes>> confirm(
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @RequestBody CodeRequest request,
            ServerWebExchange exchange) {
        return factors.confirm(CurrentUser.of(token).id(), request.code(), origins.of(exchange.getRequest()))
                .map(codes -> answer(HttpStatus.OK, codes));
    }

    /** Replaces the recovery codes. */
    @PostMapping(
            path = PATH + "/recovery-codes",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createRecoveryCodes",
            summary = "Get new recovery codes",
            description = "Those there were do not count any more.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "200", description = "The recovery codes, in this answer only")
    @ApiResponse(
            responseCode = "400",
            description = "The password is wrong",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no second factor",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many wrong passwords; Retry-After says when to come back",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    Mono<ResponseEntity<NewRecoveryCodes>> replaceRecoveryCodes(
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @RequestBody PasswordRequest request,
            ServerWebExchange exchange) {
        return factors.replaceRecoveryCodes(
                        CurrentUser.of(token).id(), request.password(), origins.of(exchange.getRequest()))
                .map(codes -> answer(HttpStatus.OK, codes));
    }

    /** Removes it. */
    @PostMapping(path = PATH + "/removal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "removeSecondFactor",
            summary = "Remove the second factor",
            description = "With its recovery codes. From then on, the password is enough.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "204", description = "There is none any more")
    @ApiResponse(
            responseCode = "400",
            description = "The password is wrong",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is none",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many wrong passwords; Retry-After says when to come back",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @RequestBody PasswordRequest request,
            ServerWebExchange exchange) {
        return factors.remove(CurrentUser.of(token).id(), request.password(), origins.of(exchange.getRequest()));
    }

    private static <T> ResponseEntity<T> answer(HttpStatus status, T body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
