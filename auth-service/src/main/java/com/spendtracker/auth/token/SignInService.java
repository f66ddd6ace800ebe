package com.spendtracker.auth.token;

import com.spendtracker.auth.account.AccountService;
import com.spendtracker.auth.account.Credentials;
import com.spendtracker.auth.audit.AuditEventType;
import com.spendtracker.auth.audit.AuditLog;
import com.spendtracker.auth.passkey.Passkeys;
import com.spendtracker.auth.password.PasswordAttempts;
import com.spendtracker.auth.password.Passwords;
import com.spendtracker.auth.secondfactor.SecondFactors;
import com.spendtracker.auth.session.SessionKind;
import com.spendtracker.auth.session.Sessions;
import com.spendtracker.support.isolation.OnBehalf;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import com.spendtracker.support.web.Origin;
import org.jspecify.annotations.Nullable;
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
    private final PasswordAttempts attempts;
    private final AuditLog audit;
    private final Sessions sessions;
    private final TokenIssuer tokens;
    private final SecondFactors secondFactors;
    private final Passkeys passkeys;

    SignInService(
            AccountService accounts,
            Passwords passwords,
            PasswordAttempts attempts,
            AuditLog audit,
            Sessions sessions,
            TokenIssuer tokens,
            SecondFactors secondFactors,
            Passkeys passkeys) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.audit = audit;
        this.sessions = sessions;
        this.tokens = tokens;
        this.secondFactors = secondFactors;
        this.passkeys = passkeys;
    }

    /**
     * A new access token, and a session if one is asked for; 401, the same one, for an unknown username and for a wrong
     * password, and another if the password is right but a code is missing or wrong; 429 after too many.
     */
    Mono<TokenResponse> signIn(SignInRequest request, Origin origin) {
        return accounts.findCredentials(request.username())
                .defaultIfEmpty(NOBODY)
                .flatMap(credentials -> checked(credentials, request, origin)
                        .flatMap(known -> answer(known.accountId(), request.sessionKind(), origin))
                        .contextWrite(OnBehalf.of(credentials.accountId())))
                .switchIfEmpty(Mono.error(SignInService::badCredentials));
    }

    /** The same by a passkey, which is two factors: 400 if it can't be read, 401 if it does not count. */
    Mono<TokenResponse> signIn(PasskeySignInRequest request, Origin origin) {
        return passkeys.signIn(request.credential(), origin)
                .flatMap(accountId -> answer(accountId, SessionKind.of(request.session()), origin)
                        .contextWrite(OnBehalf.of(accountId)));
    }

    private Mono<TokenResponse> answer(long accountId, @Nullable SessionKind kind, Origin origin) {
        if (kind == null) {
            return tokens.issue(TokenSubject.of(accountId)).map(TokenResponse::bearer);
        }
        return sessions.begin(accountId, kind, origin)
                .flatMap(session -> tokens.issue(TokenSubject.of(session)).map(token -> switch (kind) {
                    case BROWSER -> TokenResponse.browser(token, session.secret());
                    case PROGRAM -> TokenResponse.program(token, session.secret());
                }));
    }

    /** The same credentials if the password and the code fit, empty if the password does not; 401 for the code, 429 if it is too early to look at one. */
    private Mono<Credentials> checked(Credentials credentials, SignInRequest request, Origin origin) {
        Long accountId = credentials.equals(NOBODY) ? null : credentials.accountId();
        Mono<Credentials> checked = attempts.signIn(
                accountId,
                request.username(),
                origin.address(),
                verified(credentials, request.password()),
                known -> secondFactors
                        .pass(known.accountId(), request.code(), origin)
                        .thenReturn(known));
        return accountId == null ? checked : audited(checked, accountId, origin);
    }

    private Mono<Credentials> audited(Mono<Credentials> checked, long accountId, Origin origin) {
        return checked.delayUntil(_ -> audit.write(accountId, AuditEventType.SIGN_IN, origin))
                .switchIfEmpty(Mono.defer(() -> audit.write(accountId, AuditEventType.SIGN_IN_FAILED, origin)
                        .then(Mono.empty())));
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
