package com.spendtracker.auth.token;

import com.spendtracker.auth.apitoken.ApiGrant;
import com.spendtracker.auth.session.Grant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom an access token speaks for.
 *
 * @param sessionId the session that it is got by, or null
 * @param scope what a program may do with it, as {@link com.spendtracker.support.security.AccessTokenClaims} says; null
 *     if a person has signed in
 */
record TokenSubject(
        long userId, @Nullable UUID sessionId, @Nullable String scope) {
    /** Somebody who has signed in without a session. */
    static TokenSubject of(long userId) {
        return new TokenSubject(userId, null, null);
    }

    static TokenSubject of(Grant session) {
        return new TokenSubject(session.userId(), session.sessionId(), null);
    }

    static TokenSubject of(ApiGrant token) {
        return new TokenSubject(token.userId(), null, token.scope());
    }
}
