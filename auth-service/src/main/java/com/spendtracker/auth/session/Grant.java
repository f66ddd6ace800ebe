package com.spendtracker.auth.session;

import java.util.UUID;

/**
 * A session that was proven to be somebody's.
 *
 * @param secret what proves it the next time
 */
public record Grant(long userId, UUID sessionId, String secret) {
    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "Grant[userId=" + userId + ", sessionId=" + sessionId + "]";
    }
}
