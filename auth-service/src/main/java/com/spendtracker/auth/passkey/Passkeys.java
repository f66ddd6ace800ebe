package com.spendtracker.auth.passkey;

import com.spendtracker.auth.account.AccountService;
import com.spendtracker.auth.audit.AuditEventType;
import com.spendtracker.auth.audit.AuditLog;
import com.spendtracker.auth.passkey.WebAuthn.Assertion;
import com.spendtracker.auth.passkey.WebAuthn.Registration;
import com.spendtracker.auth.password.PasswordAttempts;
import com.spendtracker.support.isolation.OnBehalf;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import com.spendtracker.support.web.Origin;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Adds people's passkeys, lets them in by these, and removes them. */
@Service
public class Passkeys {
    private static final int MOST = 20;
    private static final String SIGN_IN = "to sign in";

    private final PasskeyRepository passkeys;
    private final WebAuthn webAuthn;
    private final Challenges challenges;
    private final PasskeyProperties properties;
    private final AccountService accounts;
    private final PasswordAttempts attempts;
    private final AuditLog audit;
    private final TransactionalOperator transaction;

    Passkeys(
            PasskeyRepository passkeys,
            @Lazy WebAuthn webAuthn,
            Challenges challenges,
            PasskeyProperties properties,
            AccountService accounts,
            PasswordAttempts attempts,
            AuditLog audit,
            TransactionalOperator transaction) {
        this.passkeys = passkeys;
        this.webAuthn = webAuthn;
        this.challenges = challenges;
        this.properties = properties;
        this.accounts = accounts;
        this.attempts = attempts;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What to ask the browser for of somebody who wants to sign in, as its JSON. */
    public String signInOptions() {
        return webAuthn.requestOptions(challenges.issue(SIGN_IN));
    }

    /** Whose passkey has answered; 400 if the answer can't be read, 401 if it does not count. */
    public Mono<Long> signIn(@Nullable JsonNode credential, Origin origin) {
        return Mono.fromCallable(() -> webAuthn.readAssertion(credential))
                .filter(answer -> challenges.counts(answer.challenge(), SIGN_IN))
                .switchIfEmpty(Mono.error(() -> refused("It was asked for too long ago. Try again.")))
                .flatMap(answer -> passkeys.selectByCredentialId(answer.credentialId())
                        .switchIfEmpty(Mono.error(() -> refused("It is not known here, or was removed.")))
                        .flatMap(passkey -> use(answer, passkey, origin).contextWrite(OnBehalf.of(passkey.userId()))));
    }

    private Mono<Long> use(Assertion answer, StoredPasskey passkey, Origin origin) {
        return Mono.fromCallable(() -> webAuthn.isRight(answer, passkey))
                .filter(right -> right)
                .flatMap(_ -> challenges.use(answer.challenge()))
                .filter(first -> first)
                .flatMap(_ -> passkeys.use(
                        passkey, answer.device().getSignCount(), answer.device().isFlagBS()))
                .filter(used -> used)
                .delayUntil(_ -> attempts.know(passkey.userId(), origin.address()))
                .delayUntil(_ -> audit.write(passkey.userId(), AuditEventType.SIGN_IN_BY_PASSKEY, origin))
                .as(transaction::transactional)
                .switchIfEmpty(Mono.defer(() -> refuse(passkey.userId(), origin)))
                .thenReturn(passkey.userId());
    }

    private <T> Mono<T> refuse(long userId, Origin origin) {
        return audit.write(userId, AuditEventType.PASSKEY_REFUSED, origin)
                .then(Mono.error(refused("It counts at " + properties.siteOrigin() + ", and once each time.")));
    }

    /** What to ask the browser for of somebody who adds one, as its JSON; 400 if the password is wrong, 409 if there are too many. */
    Mono<String> begin(long userId, String password, Origin origin) {
        return accounts.confirm(userId, password, "password", origin)
                .then(Mono.defer(() -> accounts.getAccount(userId)))
                .zipWith(passkeys.selectCredentialIds(userId).collectList())
                .filter(both -> both.getT2().size() < MOST)
                .switchIfEmpty(Mono.error(Passkeys::tooMany))
                .map(both -> webAuthn.creationOptions(
                        userId, both.getT1().username(), challenges.issue(adding(userId)), both.getT2()));
    }

    /** The new one; 400 if it can't be read or does not answer what was asked, 409 if there are too many or it is there. */
    Mono<Passkey> add(long userId, PasskeyRegistration request, Origin origin) {
        return Mono.fromCallable(() -> webAuthn.readRegistration(request.credential()))
                .filter(answer -> challenges.counts(answer.challenge(), adding(userId)))
                .switchIfEmpty(Mono.error(() -> invalid("was asked for too long ago")))
                .filter(webAuthn::isRight)
                .switchIfEmpty(Mono.error(() -> invalid("is not one for " + properties.siteOrigin())))
                .flatMap(answer -> store(userId, request.name(), answer, origin));
    }

    private Mono<Passkey> store(long userId, String name, Registration answer, Origin origin) {
        return challenges
                .use(answer.challenge())
                .filter(first -> first)
                .switchIfEmpty(Mono.error(() -> invalid("was sent before")))
                .flatMap(_ -> passkeys.insert(userId, name, answer, MOST))
                .switchIfEmpty(Mono.error(Passkeys::tooMany))
                .delayUntil(_ -> audit.write(userId, AuditEventType.PASSKEY_ADDED, origin))
                .as(transaction::transactional)
                .onErrorMap(
                        DuplicateKeyException.class,
                        _ -> ProblemException.of(ProblemType.CONFLICT, "This passkey is there already."));
    }

    /** The newest first. */
    Flux<Passkey> list(long userId) {
        return passkeys.select(userId);
    }

    /** Removes one; 404 if somebody has none of this id. */
    Mono<Void> remove(long userId, UUID id, Origin origin) {
        return passkeys.delete(userId, id)
                .filter(deleted -> deleted > 0)
                .switchIfEmpty(Mono.error(Passkeys::none))
                .then(audit.write(userId, AuditEventType.PASSKEY_REMOVED, origin))
                .as(transaction::transactional);
    }

    static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "You have no passkey of this id.");
    }

    private static String adding(long userId) {
        return "to be added by user " + userId;
    }

    private static ProblemException refused(String detail) {
        return ProblemException.of(ProblemType.PASSKEY_REFUSED, detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static ProblemException invalid(String objection) {
        return ProblemException.invalid("credential", objection);
    }

    private static ProblemException tooMany() {
        return ProblemException.of(
                ProblemType.CONFLICT,
                "You have " + MOST + " passkeys, which is as many as there can be. Remove one first.");
    }
}
