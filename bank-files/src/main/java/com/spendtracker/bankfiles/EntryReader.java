package com.spendtracker.bankfiles;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one file from front to back in memory that does not grow with it. Used by one thread at a time. */
public interface EntryReader extends Closeable {
    /**
     * The next entry, null at the end of the file.
     *
     * @throws UnreadableFileException if the file as a whole can't be trusted: then nothing of it counts
     */
    @Nullable
    Entry next() throws IOException, UnreadableFileException;
}
