package com.spendtracker.auth.secondfactor;

import com.spendtracker.auth.account.AccountService;
import com.spendtracker.auth.audit.AuditEventType;
import com.spendtracker.auth.audit.AuditLog;
import com.spendtracker.auth.encryption.Encryption;
import com.spendtracker.auth.encryption.UnreadableException;
import com.spendtracker.auth.password.PasswordAttempts;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import com.spendtracker.support.web.Origin;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Sets up second factors, checks their codes, and removes them. */
@Service
public class SecondFactors {
    private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);

    /** Who has looked at the secret for longer than this and not typed a code begins again. */
    private static final Duration PENDING_FOR = Duration.ofHours(1);

    private final SecondFactorRepository factors;
    private final RecoveryCodeRepository recoveryCodes;
    private final AccountService accounts;
    private final PasswordAttempts attempts;
    private final Encryption encryption;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    SecondFactors(
            SecondFactorRepository factors,
            RecoveryCodeRepository recoveryCodes,
            AccountService accounts,
            PasswordAttempts attempts,
            Encryption encryption,
            AuditLog audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.factors = factors;
        this.recoveryCodes = recoveryCodes;
        this.accounts = accounts;
        this.attempts = attempts;
        this.encryption = encryption;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Completes if somebody whose password was right has no second factor, or if the code fits, which then counts no more;
     * 401 if there is no code or it is wrong, 429 after too many.
     */
    public Mono<Void> pass(long userId, @Nullable String code, Origin origin) {
        return factors.selectConfirmed(userId)
                .flatMap(secret -> code == null ? ask(userId, origin) : pass(userId, secret, code, origin));
    }

    private Mono<Void> ask(long userId, Origin origin) {
        return audit.write(userId, AuditEventType.CODE_ASKED, origin)
                .then(Mono.error(unauthorized(
                        ProblemType.SECOND_FACTOR_REQUIRED,
                        "Send the code that your authenticator app shows, or one of your recovery codes.")));
    }

    private Mono<Void> pass(long userId, String secret, String code, Origin origin) {
        Mono<Boolean> passed = TimeCodes.isOne(code)
                ? attempts.code(
                        userId,
                        step(userId, secret, code)
                                .flatMap(step -> factors.use(userId, step))
                                .filter(used -> used))
                : useRecoveryCode(userId, code, origin);
        return passed.switchIfEmpty(refuse(
                        userId,
                        origin,
                        unauthorized(ProblemType.WRONG_CODE, "Take the one that is shown now: each counts once.")))
                .then();
    }

    // Not counted: nobody guesses one, and so somebody who tries codes of digits can't keep the owner out.
    private Mono<Boolean> useRecoveryCode(long userId, String code, Origin origin) {
        return recoveryCodes
                .use(userId, code)
                .filter(used -> used)
                .delayUntil(_ -> audit.write(userId, AuditEventType.RECOVERY_CODE_USED, origin))
                .as(transaction::transactional);
    }

    /** How it is with somebody's. */
    Mono<SecondFactor> state(long userId) {
        return factors.selectState(userId).defaultIfEmpty(SecondFactor.NONE);
    }

    /** A new secret, which counts once it is confirmed; 400 if the password is wrong, 409 if another counts. */
    Mono<NewSecondFactor> begin(long userId, String password, Origin origin) {
        byte[] secret = TimeCodes.randomSecret();
        return accounts.confirm(userId, password, "password", origin)
                .then(Mono.defer(() -> factors.begin(userId, encryption.encrypt(secret, context(userId)))))
                .filter(begun -> begun)
                .switchIfEmpty(Mono.error(ProblemException.of(
                        ProblemType.CONFLICT, "You have a second factor already. Remove it to set up another.")))
                .then(Mono.defer(() -> accounts.getAccount(userId)))
                .map(account -> NewSecondFactor.of(secret, account.username()));
    }

    /** Lets the secret count that was begun; 400 if the code is not of it, 409 if there is none, 429 after too many. */
    Mono<NewRecoveryCodes> confirm(long userId, String code, Origin origin) {
        return factors.selectPending(userId, PENDING_FOR)
                .switchIfEmpty(Mono.error(SecondFactors::nothingToConfirm))
                .flatMap(secret -> attempts.code(userId, step(userId, secret, code))
                        .switchIfEmpty(refuse(
                                userId,
                                origin,
                                ProblemException.invalid("code", "is not what the app shows now; check its clock")))
                        .flatMap(step -> enable(userId, secret, step, origin)));
    }

    private Mono<NewRecoveryCodes> enable(long userId, String secret, long step, Origin origin) {
        List<String> codes = RecoveryCode.random();
        return factors.confirm(userId, secret, step)
                .filter(confirmed -> confirmed)
                .switchIfEmpty(Mono.error(SecondFactors::nothingToConfirm))
                .then(Mono.defer(() -> recoveryCodes.insert(userId, codes)))
                .then(Mono.defer(() -> audit.write(userId, AuditEventType.SECOND_FACTOR_ENABLED, origin)))
                .as(transaction::transactional)
                .thenReturn(new NewRecoveryCodes(codes));
    }

    /** New recovery codes instead of all there were; 400 if the password is wrong, 404 if there is no second factor. */
    Mono<NewRecoveryCodes> replaceRecoveryCodes(long userId, String password, Origin origin) {
        List<String> codes = RecoveryCode.random();
        return accounts.confirm(userId, password, "password", origin)
                .then(Mono.defer(() -> factors.lock(userId)
                        .switchIfEmpty(Mono.error(SecondFactors::none))
                        .then(recoveryCodes.deleteAll(userId))
                        .then(recoveryCodes.insert(userId, codes))
                        .then(audit.write(userId, AuditEventType.RECOVERY_CODES_CREATED, origin))
                        .as(transaction::transactional)))
                .thenReturn(new NewRecoveryCodes(codes));
    }

    /** From now on the password is enough; 400 if it is wrong, 404 if there is no second factor. */
    Mono<Void> remove(long userId, String password, Origin origin) {
        return accounts.confirm(userId, password, "password", origin)
                .then(Mono.defer(() -> factors.delete(userId)
                        .filter(deleted -> deleted)
                        .switchIfEmpty(Mono.error(SecondFactors::none))
                        .then(audit.write(userId, AuditEventType.SECOND_FACTOR_REMOVED, origin))
                        .as(transaction::transactional)));
    }

    /** The step that the code belongs to; empty if it is wrong, 503 if the secret can't be read. */
    private Mono<Long> step(long userId, String secret, String code) {
        return Mono.fromCallable(() -> encryption.decrypt(secret, context(userId)))
                .doOnError(UnreadableException.class, error -> LOG.error("{}.", error.getMessage()))
                .onErrorMap(UnreadableException.class, _ -> unreadable())
                .mapNotNull(bytes -> TimeCodes.step(bytes, code, clock.instant()));
    }

    private <T> Mono<T> refuse(long userId, Origin origin, ProblemException refusal) {
        return Mono.defer(
                () -> audit.write(userId, AuditEventType.CODE_REFUSED, origin).then(Mono.error(refusal)));
    }

    private static String context(long userId) {
        return "second factor of user " + userId;
    }

    private static ProblemException unauthorized(ProblemType type, String detail) {
        return ProblemException.of(type, detail).withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static ProblemException unreadable() {
        return ProblemException.of(
                ProblemType.UNAVAILABLE,
                "Codes of apps can't be checked right now; recovery codes can. Whoever runs this server finds why in its"
                        + " log.");
    }

    private static ProblemException nothingToConfirm() {
        return ProblemException.of(
                ProblemType.CONFLICT, "There is no second factor to be confirmed, or it was begun too long ago.");
    }

    private static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "You have no second factor.");
    }
}
