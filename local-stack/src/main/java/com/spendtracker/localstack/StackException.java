package com.spendtracker.localstack;

import java.io.Serial;

/** A reason to stop that the person at the console understands; its message is all that is shown. */
final class StackException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StackException(String message) {
        super(message);
    }

    StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
