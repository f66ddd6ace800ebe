package com.spendtracker.auth.account;

import com.spendtracker.auth.audit.AuditEventType;
import com.spendtracker.auth.audit.AuditLog;
import com.spendtracker.auth.password.PasswordAttempts;
import com.spendtracker.auth.password.PasswordPolicy;
import com.spendtracker.auth.password.Passwords;
import com.spendtracker.auth.session.Sessions;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import com.spendtracker.support.web.Origin;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Knows people by id and by username, and lets them come, change and go. */
@Service
public class AccountService {
    private final AccountRepository accounts;
    private final Passwords passwords;
    private final PasswordAttempts attempts;
    private final Sessions sessions;
    private final AuditLog audit;
    private final SignUpProperties signUp;
    private final TransactionalOperator transaction;

    AccountService(
            AccountRepository accounts,
            Passwords passwords,
            PasswordAttempts attempts,
            Sessions sessions,
            AuditLog audit,
            SignUpProperties signUp,
            TransactionalOperator transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.audit = audit;
        this.signUp = signUp;
        this.transaction = transaction;
    }

    /** The account of this id; 401 if there is none, for then the token that named it has outlived its account. */
    public Mono<Account> getAccount(long id) {
        return accounts.selectById(id).switchIfEmpty(Mono.error(AccountService::accountGone));
    }

    /** What is needed to check a password of this username, in any case of its letters; empty if nobody has it. */
    public Mono<Credentials> findCredentials(String username) {
        return accounts.selectCredentials(username);
    }

    SignUpRules rules() {
        return new SignUpRules(signUp.enabled(), PasswordPolicy.MIN_LENGTH, PasswordPolicy.MAX_LENGTH);
    }

    /** A new account; 403 if nobody may sign up, 409 if somebody has the username in any case of its letters. */
    Mono<Account> signUp(SignUpRequest request, Origin origin) {
        if (!signUp.enabled()) {
            return Mono.error(ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "New accounts are switched off here. Ask whoever runs this server for one."));
        }
        return passwords
                .hash(request.password())
                .flatMap(hash -> accounts.open(request.username(), request.fullName(), hash)
                        .delayUntil(account -> audit.write(account.id(), AuditEventType.ACCOUNT_OPENED, origin))
                        .as(transaction::transactional))
                .onErrorMap(
                        DuplicateKeyException.class,
                        _ -> ProblemException.of(
                                ProblemType.CONFLICT,
                                "Somebody has this username already. Sign in, or choose another."));
    }

    /** The account with these changes. */
    Mono<Account> changeProfile(long id, Profile profile) {
        return accounts.updateProfile(id, profile).switchIfEmpty(Mono.error(AccountService::accountGone));
    }

    /**
     * Replaces the password and ends all sessions but the one that asks; 400 if the current one is wrong or the new one is
     * too easy to guess, 429 after too many.
     */
    Mono<Void> changePassword(long id, @Nullable UUID sessionId, PasswordChange change, Origin origin) {
        return getAccount(id)
                .doOnNext(account -> requireGood(change.newPassword(), account.username()))
                .then(Mono.defer(() -> confirm(id, change.currentPassword(), "current_password", origin)))
                .then(Mono.defer(() -> passwords.hash(change.newPassword())))
                .flatMap(hash -> accounts.updatePassword(id, hash)
                        .then(sessions.endOthers(id, sessionId))
                        .then(audit.write(id, AuditEventType.PASSWORD_CHANGED, origin))
                        .as(transaction::transactional));
    }

    /** Removes the account and everything that belongs to it; 400 if the password is wrong, 429 after too many. */
    Mono<Void> delete(long id, AccountDeletion deletion, Origin origin) {
        return confirm(id, deletion.password(), "password", origin)
                .then(Mono.defer(() -> accounts.delete(id)))
                .then();
    }

    private static void requireGood(String password, String username) {
        String objection = PasswordPolicy.objection(password, username);
        if (objection != null) {
            throw ProblemException.invalid("new_password", objection);
        }
    }

    /** Completes if this is the password; 400 that names the field if it is not, 429 after too many. */
    public Mono<Void> confirm(long id, String password, String field, Origin origin) {
        return accounts.selectCredentials(id)
                .switchIfEmpty(Mono.error(AccountService::accountGone))
                .flatMap(credentials -> attempts.confirm(
                        id,
                        passwords.matches(password, credentials.passwordHash()).filter(matches -> matches)))
                .switchIfEmpty(Mono.defer(() -> audit.write(id, AuditEventType.PASSWORD_REFUSED, origin)
                        .then(Mono.error(ProblemException.invalid(field, "is not your password")))))
                .then();
    }

    private static ProblemException accountGone() {
        return ProblemException.of(ProblemType.UNAUTHENTICATED, "The account of this access token no longer exists.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
}
