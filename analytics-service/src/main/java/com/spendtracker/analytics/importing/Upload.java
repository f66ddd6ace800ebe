package com.spendtracker.analytics.importing;

import java.io.Closeable;

/**
 * A file that has arrived, with what its sender decided about it.
 *
 * @param requestHash the same for the same file with the same options
 */
record Upload(String fileName, SpooledFile file, ImportOptions options, String requestHash) implements Closeable {
    @Override
    public void close() {
        file.close();
    }
}
