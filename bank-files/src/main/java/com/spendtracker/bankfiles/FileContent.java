package com.spendtracker.bankfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, which can be read any number of times. */
public interface FileContent {
    /** How many bytes there are. */
    long size();

    /** A new stream from the first byte, independent of all others; not buffered. */
    InputStream open() throws IOException;

    /** Bytes in memory. */
    static FileContent of(byte[] bytes) {
        return new FileContent() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
