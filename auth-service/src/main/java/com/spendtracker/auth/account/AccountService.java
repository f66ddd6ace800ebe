package com.spendtracker.auth.account;

import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Knows people by id and by username. */
@Service
public class AccountService {
    private final AccountRepository accounts;

    AccountService(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** The account of this id; 401 if there is none, for then the token that named it has outlived its account. */
    Mono<Account> getAccount(long id) {
        return accounts.selectById(id).switchIfEmpty(Mono.error(AccountService::accountGone));
    }

    /** What is needed to check a password of this username, in any case of its letters; empty if nobody has it. */
    public Mono<Credentials> findCredentials(String username) {
        return accounts.selectCredentials(username);
    }

    private static ProblemException accountGone() {
        return ProblemException.of(ProblemType.UNAUTHENTICATED, "The account of this access token no longer exists.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
}
