package com.spendtracker.bankfiles.qif;

import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a file from its first section on, without blank ones. */
final class QifLines implements Closeable {
    private static final int MAX_LINE = 64 * 1024;
    private final Reader reader;
    private int number;
    private boolean begun;

    private QifLines(Reader reader) {
        this.reader = reader;
    }

    static QifLines open(FileContent content) throws IOException {
        var charset = isUtf8(content) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        return new QifLines(new BufferedReader(new InputStreamReader(content.open(), charset)));
    }

    private static boolean isUtf8(FileContent content) throws IOException {
        try (var reader = new InputStreamReader(content.open(), StandardCharsets.UTF_8.newDecoder())) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /** The line that {@link #next} gave, counted from 1. */
    int number() {
        return number;
    }

    @Nullable
    String next() throws IOException, UnreadableFileException {
        for (var line = raw(); line != null; line = raw()) {
            if (!line.isEmpty() && (begun || begins(line))) {
                return line;
            }
        }
        if (!begun) {
            throw new UnreadableFileException("The file is not QIF: it has no line that begins with !");
        }
        return null;
    }

    private boolean begins(String line) throws UnreadableFileException {
        begun = line.startsWith("!");
        if (!begun && !line.startsWith("#")) {
            throw new UnreadableFileException(
                    number, "The file is not QIF: it does not begin with a section as !Type:Bank");
        }
        return begun;
    }

    private @Nullable String raw() throws IOException, UnreadableFileException {
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        number++;
        var line = new StringBuilder();
        while (c >= 0 && c != '\n') {
            if (line.length() == MAX_LINE) {
                throw new UnreadableFileException(number, "The file has a line longer than any bank writes");
            }
            // No line of text has control characters or a byte order mark; databases refuse some of them.
            line.append(c < ' ' || c == '\uFEFF' ? ' ' : (char) c);
            c = reader.read();
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
