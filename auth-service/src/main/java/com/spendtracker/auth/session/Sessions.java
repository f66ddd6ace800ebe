package com.spendtracker.auth.session;

import com.spendtracker.auth.audit.AuditEventType;
import com.spendtracker.auth.audit.AuditLog;
import com.spendtracker.auth.session.RefreshTokenRepository.Known;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import com.spendtracker.support.web.Origin;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Begins sessions, keeps them going while they are used, and ends them. */
@Service
public class Sessions {
    private static final String BROWSER_PREFIX = "sts_";
    private static final String REFRESH_PREFIX = "str_";

    /** How long a program that did not get its answer may ask for the same refresh again. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Somebody's own programs may forget their sessions and begin new ones for ever. */
    private static final int MOST = 100;

    private final SessionRepository sessions;
    private final RefreshTokenRepository refreshTokens;
    private final AuditLog audit;
    private final SessionProperties properties;
    private final TransactionalOperator transaction;

    Sessions(
            SessionRepository sessions,
            RefreshTokenRepository refreshTokens,
            AuditLog audit,
            SessionProperties properties,
            TransactionalOperator transaction) {
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.audit = audit;
        this.properties = properties;
        this.transaction = transaction;
    }

    /** Begins a session of somebody whose password was right. */
    public Mono<Grant> begin(long userId, SessionKind kind, Origin origin) {
        Mono<Grant> begun = switch (kind) {
            case BROWSER -> beginBrowser(userId, origin);
            case PROGRAM -> beginProgram(userId, origin);
        };
        return begun.delayUntil(_ -> sessions.deleteAllButLatest(userId, MOST)).as(transaction::transactional);
    }

    private Mono<Grant> beginBrowser(long userId, Origin origin) {
        String secret = Secrets.random(BROWSER_PREFIX);
        return sessions.insert(userId, SessionKind.BROWSER, Secrets.hash(secret), properties.lifetime(), origin)
                .map(id -> new Grant(userId, id, secret));
    }

    private Mono<Grant> beginProgram(long userId, Origin origin) {
        String token = Secrets.random(REFRESH_PREFIX);
        return sessions.insert(userId, SessionKind.PROGRAM, null, properties.lifetime(), origin)
                .delayUntil(id -> refreshTokens.insert(id, token))
                .map(id -> new Grant(userId, id, token));
    }

    /** The browser's session of this secret; 401 if there is none any more. */
    public Mono<Grant> use(String secret, Origin origin) {
        return sessions.useBySecret(secret, properties.idleTimeout(), origin)
                .contextWrite(SessionRepository.onBehalfOfOwner(secret))
                .switchIfEmpty(Mono.error(Sessions::ended));
    }

    /**
     * The program's session of this refresh token, with the token that counts from now on; 401 if there is none any
     * more, or if the token was used before: somebody has stolen it or the one after it, so nobody may go on with them.
     */
    public Mono<Grant> refresh(String token, Origin origin) {
        return refreshTokens
                .lock(token, properties.idleTimeout(), GRACE)
                .flatMap(known -> {
                    if (!known.isReplaced()) {
                        return replace(known, token, origin);
                    }
                    return known.nonce() == null
                            ? endAsStolen(known, origin)
                            : Mono.just(successor(known, token, known.nonce()));
                })
                .as(transaction::transactional)
                .contextWrite(RefreshTokenRepository.onBehalfOfOwner(token))
                .switchIfEmpty(Mono.error(Sessions::ended));
    }

    private Mono<Grant> replace(Known known, String token, Origin origin) {
        String nonce = Secrets.random("");
        Grant successor = successor(known, token, nonce);
        return refreshTokens
                .replace(known.sessionId(), token, nonce, GRACE)
                .then(refreshTokens.insert(known.sessionId(), successor.secret()))
                .then(sessions.use(known.sessionId(), origin))
                .thenReturn(successor);
    }

    private static Grant successor(Known known, String token, String nonce) {
        return new Grant(known.userId(), known.sessionId(), Secrets.next(REFRESH_PREFIX, token, nonce));
    }

    private Mono<Grant> endAsStolen(Known known, Origin origin) {
        return sessions.delete(known.userId(), known.sessionId())
                .then(audit.write(known.userId(), AuditEventType.TOKEN_REUSED, origin))
                .then(Mono.empty());
    }

    /** Ends the session of this cookie's secret or refresh token, if there is one. */
    public Mono<Void> signOut(String secret, Origin origin) {
        boolean isBrowser = secret.startsWith(BROWSER_PREFIX);
        Mono<Long> ended = isBrowser ? sessions.deleteBySecret(secret) : refreshTokens.deleteSession(secret);
        return ended.flatMap(userId -> audit.write(userId, AuditEventType.SIGNED_OUT, origin))
                .as(transaction::transactional)
                .contextWrite(
                        isBrowser
                                ? SessionRepository.onBehalfOfOwner(secret)
                                : RefreshTokenRepository.onBehalfOfOwner(secret));
    }

    /** Ends all sessions of somebody but this one, of which the caller has told why already. */
    public Mono<Void> endOthers(long userId, @Nullable UUID kept) {
        return sessions.deleteAllBut(userId, kept);
    }

    /** Where somebody is signed in, the last used first. */
    Flux<Session> list(long userId, @Nullable UUID current) {
        return sessions.select(userId, properties.idleTimeout(), current);
    }

    /** Ends a session of somebody; 404 if they have none of this id. */
    Mono<Void> end(long userId, UUID id, Origin origin) {
        return sessions.delete(userId, id)
                .filter(deleted -> deleted > 0)
                .switchIfEmpty(Mono.error(Sessions::none))
                .then(audit.write(userId, AuditEventType.SESSION_ENDED, origin))
                .as(transaction::transactional);
    }

    /** Ends all sessions of somebody. */
    Mono<Void> endAll(long userId, Origin origin) {
        return sessions.deleteAllBut(userId, null)
                .then(audit.write(userId, AuditEventType.SESSIONS_ENDED, origin))
                .as(transaction::transactional);
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
    Mono<Void> forgetOld() {
        return sessions.forgetEnded(properties.idleTimeout());
    }

    static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "You have no session of this id.");
    }

    private static ProblemException ended() {
        return ProblemException.of(ProblemType.UNAUTHENTICATED, "This session has ended. Sign in again.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
}
