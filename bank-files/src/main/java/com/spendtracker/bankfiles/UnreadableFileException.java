package com.spendtracker.bankfiles;

import org.jspecify.annotations.Nullable;

/** A file that can't be read as a whole; its message is for the person who chose the file. */
public final class UnreadableFileException extends Exception {
    private final @Nullable Integer line;

    public UnreadableFileException(String message) {
        super(message);
        this.line = null;
    }

    /** The same with the line, counted from 1, where it became clear. */
    public UnreadableFileException(int line, String message) {
        super(message + " (line " + line + ")");
        this.line = line;
    }

    /** Where it became clear, null if that is no single place. */
    public @Nullable Integer line() {
        return line;
    }
}
