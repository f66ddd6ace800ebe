package com.spendtracker.analytics.exporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP archive that is given away piece by piece while it is made. Used by one thread at a time. */
final class ZipStream {
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(pending, StandardCharsets.UTF_8);

    /** Begins a file and ends the one before. */
    byte[] begin(String name) {
        return taken(() -> zip.putNextEntry(new ZipEntry(name)));
    }

    /** Adds text to the file. */
    byte[] add(String text) {
        return taken(() -> zip.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Ends the archive. */
    byte[] end() {
        return taken(zip::finish);
    }

    private byte[] taken(Step step) {
        try {
            step.run();
            byte[] bytes = pending.toByteArray();
            pending.reset();
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
    }

    /** Writes something. */
    private interface Step {
        void run() throws IOException;
    }
}
