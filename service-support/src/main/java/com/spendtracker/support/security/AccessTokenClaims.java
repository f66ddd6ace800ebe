package com.spendtracker.support.security;

/** The names of what our access tokens say besides what every one says. */
public final class AccessTokenClaims {
    /** The session that the token was got by; missing where it was got without one. */
    public static final String SESSION = "sid";

    /** What a program may do with it, {@link #READ} or {@link #WRITE}; missing where a person has signed in. */
    public static final String SCOPE = "scope";

    public static final String READ = "read";

    /** To read, too. */
    public static final String WRITE = "write";

    private AccessTokenClaims() {}
}
