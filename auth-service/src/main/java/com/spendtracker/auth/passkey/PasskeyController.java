package com.spendtracker.auth.passkey;

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
import java.util.List;
import java.util.UUID;
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

/** Lets people add, see and remove what they sign in with instead of a password. */
@RestController
@Tag(name = "Passkeys")
class PasskeyController {
    private static final String PATH = "/api/v1/users/me/passkeys";
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final Passkeys passkeys;
    private final Origins origins;

    PasskeyController(Passkeys passkeys, Origins origins) {
        this.passkeys = passkeys;
        this.origins = origins;
    }

    /** The newest first. */
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "passkeys",
            summary = "Your passkeys",
            description = "The newest first.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "200", description = "The passkeys")
    Mono<List<Passkey>> list(@Parameter(hidden = true) @AuthenticationPrincipal Jwt token) {
        return passkeys.list(CurrentUser.of(token).id()).collectList();
    }

    /** What to ask the browser for. */
    @PostMapping(
            path = PATH + "/options",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "beginPasskey",
            summary = "What to ask the browser for to add a passkey",
            description =
                    "For PublicKeyCredential.parseCreationOptionsFromJSON; it counts for five minutes. It takes the"
                            + " password, so that a stolen session is not enough.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(
            responseCode = "200",
            description = "The options (Web Authentication: PublicKeyCredentialCreationOptionsJSON)",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
    @ApiResponse(
            responseCode = "400",
            description = "The password is wrong",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "You have as many as there can be",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many wrong passwords; Retry-After says when to come back",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    Mono<ResponseEntity<String>> begin(
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @RequestBody PasswordRequest request,
            ServerWebExchange exchange) {
        return passkeys.begin(CurrentUser.of(token).id(), request.password(), origins.of(exchange.getRequest()))
                .map(options -> answer(HttpStatus.OK, options));
    }

    /** Adds the one that the browser has made. */
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "addPasskey",
            summary = "Add a passkey",
            description = "With what the browser answered to the options.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "201", description = "The passkey")
    @ApiResponse(
            responseCode = "400",
            description = "A field is wrong, or the credential is not what was asked for",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "It is there already, or you have as many as there can be",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    Mono<ResponseEntity<Passkey>> add(
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @RequestBody PasskeyRegistration request,
            ServerWebExchange exchange) {
        return passkeys.add(CurrentUser.of(token).id(), request.validated(), origins.of(exchange.getRequest()))
                .map(added -> answer(HttpStatus.CREATED, added));
    }

    /** Removes one. */
    @DeleteMapping(path = PATH + "/{id}")
    @Operation(
            operationId = "removePasskey",
            summary = "Remove a passkey",
            description = "Nobody can sign in with it any more. Where somebody is signed in, they stay so.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "204", description = "It does not count any more")
    @ApiResponse(
            responseCode = "404",
            description = "You have none of this id",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @PathVariable @Schema(format = "uuid") String id,
            ServerWebExchange exchange) {
        return passkeys.remove(CurrentUser.of(token).id(), parse(id), origins.of(exchange.getRequest()));
    }

    // What is no id at all is nobody's either.
    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw Passkeys.none();
        }
    }

    private static <T> ResponseEntity<T> answer(HttpStatus status, T body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
