package com.spendtracker.auth.session;

import java.util.Locale;

/** Who holds a session. */
public enum SessionKind {
    /** By a secret that stays the same, which the gateway keeps in a cookie. */
    BROWSER,
    /** By refresh tokens that each count once. */
    PROGRAM;

    /** As the API and the database write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
