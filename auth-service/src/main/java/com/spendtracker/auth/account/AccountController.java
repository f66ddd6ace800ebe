package com.spendtracker.auth.account;

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
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Opens accounts, tells people what is stored about them, and lets them change and remove it. */
@RestController
@Tag(name = "Users")
class AccountController {
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final AccountService accounts;
    private final Origins origins;

    AccountController(AccountService accounts, Origins origins) {
        this.accounts = accounts;
        this.origins = origins;
    }

    /** The account that the access token speaks for. */
    @GetMapping(path = "/api/v1/users/me", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "currentUser",
            summary = "Who is signed in",
            description = "The account that the access token speaks for.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "200", description = "The account")
    @ApiResponse(
            responseCode = "401",
            description = "No access token, or one that is not valid",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = Problem.class)))
    Mono<Account> me(@Parameter(hidden = true) @AuthenticationPrincipal Jwt token) {
        return accounts.getAccount(CurrentUser.of(token).id());
    }

    /** What whoever wants to sign up has to know. */
    @GetMapping(path = "/api/v1/users/rules", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "signUpRules", summary = "Whether anybody may sign up, and what passwords are accepted")
    @ApiResponse(responseCode = "200", description = "The rules")
    SignUpRules rules() {
        return accounts.rules();
    }

    /** Opens an account. */
    @PostMapping(
            path = "/api/v1/users",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "signUp",
            summary = "Open an account",
            description = "With the categories that everybody begins with. Sign in afterwards for an access token.")
    @ApiResponse(responseCode = "201", description = "The account")
    @ApiResponse(
            responseCode = "400",
            description = "A field is wrong, or the password is too easy to guess",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "403",
            description = "New accounts are switched off",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Somebody has this username",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    Mono<ResponseEntity<Account>> signUp(@RequestBody SignUpRequest request, ServerWebExchange exchange) {
        return accounts.signUp(request.validated(), origins.of(exchange.getRequest()))
                .map(account ->
                        ResponseEntity.created(URI.create("/api/v1/users/me")).body(account));
    }

    /** Changes what is stored about whoever asks. */
    @PatchMapping(
            path = "/api/v1/users/me",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changeProfile",
            summary = "Change what is stored about you",
            description = "What is left out stays; an empty text removes what was there.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "200", description = "The account")
    Mono<Account> changeProfile(
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token, @RequestBody Profile profile) {
        return accounts.changeProfile(CurrentUser.of(token).id(), profile.validated());
    }

    /** Replaces the password of whoever asks. */
    @PutMapping(path = "/api/v1/users/me/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changePassword",
            summary = "Change your password",
            description = "All sessions end but the one that asks. API tokens stay.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "204", description = "The new password counts from now on")
    @ApiResponse(
            responseCode = "400",
            description = "The current password is wrong, or the new one is too easy to guess",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many wrong passwords; Retry-After says when to come back",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> changePassword(
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @RequestBody PasswordChange change,
            ServerWebExchange exchange) {
        return accounts.changePassword(
                CurrentUser.of(token).id(), CurrentUser.sessionOf(token), change, origins.of(exchange.getRequest()));
    }

    /** Removes whoever asks, with everything that is theirs. */
    @PostMapping(path = "/api/v1/users/me/deletion", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "deleteAccount",
            summary = "Delete your account with all its data",
            description = "At once and for good. It takes the password, so that a stolen token is not enough.",
            security = @SecurityRequirement(name = "bearer"))
    @ApiResponse(responseCode = "204", description = "Nothing of the account is left")
    @ApiResponse(
            responseCode = "400",
            description = "The password is wrong",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many wrong passwords; Retry-After says when to come back",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @RequestBody AccountDeletion deletion,
            ServerWebExchange exchange) {
        return accounts.delete(CurrentUser.of(token).id(), deletion, origins.of(exchange.getRequest()));
    }
}
