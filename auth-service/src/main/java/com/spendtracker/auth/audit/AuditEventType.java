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
    PASSWORD_REFUSED,
    SIGNED_OUT,
    /** From the list of sessions. */
    SESSION_ENDED,
    /** All of them. */
    SESSIONS_ENDED,
    /** A refresh token came twice, so that one of the two had stolen it; the session was ended. */
    TOKEN_REUSED,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    SECOND_FACTOR_ENABLED,
    SECOND_FACTOR_REMOVED,
    RECOVERY_CODES_CREATED,
    RECOVERY_CODE_USED,
    /** Somebody knew the password and sent no code: the owner on the way in, or somebody who has the password only. */
    CODE_ASKED,
    /** Somebody knew the password, or was signed in, and sent a code that does not count. */
    CODE_REFUSED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    SIGN_IN_BY_PASSKEY,
    /** Somebody signed in with one of the account's passkeys in a way that does not count. */
    PASSKEY_REFUSED;

    /** As the API and the database write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
