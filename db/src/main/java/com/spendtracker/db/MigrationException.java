package com.spendtracker.db;

import org.jspecify.annotations.Nullable;

/** A migration that could not be done, with a message written for the person who runs it. */
public final class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MigrationException(String message) {
        this(message, null);
    }

    MigrationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
