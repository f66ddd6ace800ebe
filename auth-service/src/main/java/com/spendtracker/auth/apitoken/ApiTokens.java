package com.spendtracker.auth.apitoken;

import com.spendtracker.auth.account.AccountService;
import com.spendtracker.auth.audit.AuditEventType;
import com.spendtracker.auth.audit.AuditLog;
import com.spendtracker.auth.session.Secrets;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import com.spendtracker.support.web.Origin;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes, knows and revokes the tokens of people's programs. */
@Service
public class ApiTokens {
    private static final String PREFIX = "spt_";
    private static final int MOST = 50;

    private final ApiTokenRepository tokens;
    private final AccountService accounts;
    private final AuditLog audit;
    private final TransactionalOperator transaction;

    ApiTokens(ApiTokenRepository tokens, AccountService accounts, AuditLog audit, TransactionalOperator transaction) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Whether this looks like such a token, whoever's. */
    public static boolean isOne(String token) {
        return token.startsWith(PREFIX);
    }

    /** What this token allows; 401 if it was never made, has expired or was revoked. */
    public Mono<ApiGrant> use(String token, Origin origin) {
        return tokens.use(token, origin.address()).switchIfEmpty(Mono.error(ApiTokens::unknown));
    }

    /** A new token, with what the program sends; 400 if the password is wrong, 409 if there are too many. */
    Mono<ApiToken> create(long userId, ApiTokenRequest request, Origin origin) {
        String token = Secrets.random(PREFIX);
        return accounts.confirm(userId, request.password(), "password", origin)
                .then(Mono.defer(() -> tokens.insert(userId, request, token, MOST)
                        .delayUntil(_ -> audit.write(userId, AuditEventType.TOKEN_CREATED, origin))
                        .as(transaction::transactional)))
                .switchIfEmpty(Mono.error(ProblemException.of(
                        ProblemType.CONFLICT,
                        "You have " + MOST + " tokens, which is as many as there can be. Revoke one first.")))
                .map(stored -> stored.withToken(token));
    }

    /** The newest first. */
    Flux<ApiToken> list(long userId) {
        return tokens.select(userId);
    }

    /** Deletes a token; 404 if somebody has none of this id. */
    Mono<Void> revoke(long userId, long id, Origin origin) {
        return tokens.delete(userId, id)
                .filter(deleted -> deleted > 0)
                .switchIfEmpty(Mono.error(ProblemException.of(ProblemType.NOT_FOUND, "You have no token of this id.")))
                .then(audit.write(userId, AuditEventType.TOKEN_REVOKED, origin))
                .as(transaction::transactional);
    }

    private static ProblemException unknown() {
        return ProblemException.of(
                        ProblemType.UNAUTHENTICATED, "The API token is not valid: it was revoked, or it has expired.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
}
