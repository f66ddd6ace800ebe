package com.spendtracker.bankfiles.mt940;

import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts lines into fields and leaves out the envelopes, headers and terminators around messages. */
final class Mt940Fields implements Closeable {
    private static final String BODY = "{4:";

    private final Mt940Lines lines;
    private @Nullable Mt940Field begun;

    Mt940Fields(Mt940Lines lines) {
        this.lines = lines;
    }

    int line() {
        return lines.number();
    }

    /** The next field with all its lines; null at the end of the file. */
    @Nullable
    Mt940Field next() throws IOException, UnreadableFileException {
        var field = begun;
        begun = null;
        for (var line = lines.next(); line != null; line = lines.next()) {
            var text = body(line);
            var following = Mt940Field.beginningIn(text, lines.number());
            if (following != null && field != null) {
                begun = following;
                return field;
            }
            if (following != null) {
                field = following;
            } else if (field != null && isOutside(line)) {
                return field;
            } else if (field != null) {
                field.add(text);
            }
        }
        return field;
    }

    private static boolean isOutside(String line) {
        return line.equals("-") || line.startsWith("-}") || line.startsWith("{1:");
    }

    // The first field may stand right behind the beginning of the message's body.
    private static String body(String line) {
        boolean envelope = line.startsWith("{") || line.startsWith("-}");
        int body = envelope ? line.lastIndexOf(BODY) : -1;
        return body < 0 ? line : line.substring(body + BODY.length());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
