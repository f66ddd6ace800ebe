package com.spendtracker.analytics.account;

import com.spendtracker.support.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets people keep the accounts that their transactions are on. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts")
class AccountController {
    private final AccountService accounts;

    AccountController(AccountService accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    @Operation(operationId = "listAccounts", summary = "The user's accounts, by name")
    Flux<Account> list(@AuthenticationPrincipal Jwt token) {
        return accounts.list(CurrentUser.of(token).id());
    }

    @PostMapping
    @Operation(
            operationId = "addAccount",
            summary = "Add an account",
            description = "Imports add the accounts that their files name.")
    @ApiResponse(responseCode = "201", description = "It is added")
    Mono<ResponseEntity<Account>> add(@AuthenticationPrincipal Jwt token, @RequestBody AccountRequest request) {
        return accounts.add(CurrentUser.of(token).id(), request.checkedName(), request.checkedCurrency())
                .map(added -> ResponseEntity.created(URI.create("/api/v1/accounts/" + added.id()))
                        .body(added));
    }

    @PatchMapping("/{id}")
    @Operation(
            operationId = "changeAccount",
            summary = "Change an account",
            description = "What is left out stays; an empty currency removes it.")
    Mono<Account> change(@AuthenticationPrincipal Jwt token, @PathVariable int id, @RequestBody AccountRequest patch) {
        return accounts.change(CurrentUser.of(token).id(), id, patch);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteAccount", summary = "Delete an account that has neither transactions nor rules")
    Mono<Void> delete(@AuthenticationPrincipal Jwt token, @PathVariable int id) {
        return accounts.delete(CurrentUser.of(token).id(), id);
    }
}
