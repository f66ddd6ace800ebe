package com.spendtracker.auth.audit;

import java.util.Locale;

/** What can be done with an account that its owner should know of. */
public enum AuditEventType {
    ACCOUNT_OPENED,
    SIGN_IN,
    /** Somebody knew the username and not the password. */
    SIGN_IN_FAILED,
    PASSWORD_CHANGED,
    /** Somebody signed in did not know the password where it was asked for again. */
    PASSWORD_REFUSED;

    /** As the API and the database write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
