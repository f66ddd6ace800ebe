package com.spendtracker.auth.encryption;

/** Something was stored encrypted that {@code KEY_ENCRYPTION_KEY} does not open. */
public final class UnreadableException extends RuntimeException {
    /** What can't be read, as the log names it; without a cause, whose message could quote what was read. */
    public UnreadableException(String what) {
        super("What is stored encrypted for " + what + " can't be decrypted: KEY_ENCRYPTION_KEY is not the one that it"
                + " was encrypted under, or what is stored was changed");
    }
}
