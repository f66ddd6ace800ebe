package com.spendtracker.support.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** The person on whose behalf a request is made: the subject of its access token. */
public record CurrentUser(long id) {
    private static final int MAX_DIGITS = 18;

    /** The user that a validated token speaks for. */
    public static CurrentUser of(Jwt token) {
        return new CurrentUser(Long.parseLong(token.getSubject()));
    }

    /** The session that a validated token was got by; null if it was got without one. */
    public static @Nullable UUID sessionOf(Jwt token) {
        String id = token.getClaimAsString(AccessTokenClaims.SESSION);
        return id == null ? null : UUID.fromString(id);
    }

    static boolean isUserId(@Nullable String subject) {
        return subject != null
                && !subject.isEmpty()
                && subject.length() <= MAX_DIGITS
                && subject.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
