package com.spendtracker.auth.encryption;

/** {@code KEY_ENCRYPTION_KEY} was not given, or can't be one. */
public final class UnusableKeyException extends RuntimeException {
    UnusableKeyException(String message) {
        super(message);
    }
}
