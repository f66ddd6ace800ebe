package com.spendtracker.bankfiles.camt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Keeps a parser from taking in comments or attributes of any size, and remembers what kept it from reading. */
final class TokenBoundedStream extends FilterInputStream {
    private static final int MAX_TOKEN = 1024 * 1024;
    private int left = MAX_TOKEN;
    private @Nullable IOException failure;

    TokenBoundedStream(InputStream in) {
        super(in);
    }

    /** Tells that what was read so far was made something of. */
    void beginToken() {
        left = MAX_TOKEN;
    }

    /** What the stream below failed with, null if it did not. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new IOException("A token is longer than " + MAX_TOKEN + " bytes");
        }
        int count = readBelow(target, offset, length);
        left -= Math.max(count, 0);
        return count;
    }

    private int readBelow(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
