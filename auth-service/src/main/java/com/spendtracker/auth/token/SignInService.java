package com.spendtracker.auth.token;

import com.spendtracker.auth.account.AccountService;
import com.spendtracker.auth.account.Credentials;
import com.spendtracker.auth.password.Passwords;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Decides whether someone is who they say they are. */
@Service
class SignInService {
    /** Stands in for a username that nobody has, so that trying one costs what a wrong password costs. */
    private static final Credentials NOBODY = new Credentials(0, Passwords.UNKNOWN_PASSWORD_HASH);

    private final AccountService accounts;
    private final Passwords passwords;
    private final TokenIssuer tokens;

    SignInService(AccountService accounts, Passwords passwords, TokenIssuer tokens) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tokens = tokens;
    }

    /** A new access token; 401, the same one, for an unknown username and for a wrong password. */
    Mono<TokenResponse> signIn(SignInRequest request) {
        return accounts.findCredentials(request.username())
                .defaultIfEmpty(NOBODY)
                .flatMap(credentials -> verified(credentials, request.password()))
                .switchIfEmpty(Mono.error(SignInService::badCredentials))
                .flatMap(credentials -> tokens.issue(credentials.accountId()))
                .map(TokenResponse::bearer);
    }

    /** The same credentials if they are somebody's and the password fits, else empty. */
    private Mono<Credentials> verified(Credentials credentials, String password) {
        return passwords
                .matches(password, credentials.passwordHash())
                .filter(matches -> matches && !credentials.equals(NOBODY))
                .map(_ -> credentials);
    }

    private static ProblemException badCredentials() {
        return ProblemException.of(ProblemType.BAD_CREDENTIALS, "Check both and try again.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}
