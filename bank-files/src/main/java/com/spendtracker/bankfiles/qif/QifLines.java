package com.spendtracker.bankfiles.qif;

import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.TextEncoding;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** The lines of a file from its first section on, without blank ones and notes, whatever ends them. */
final class QifLines implements Closeable {
    private static final int MAX_LINE = 64 * 1024;
    private final Reader reader;
    private int number;
    private boolean begun;
    private boolean afterReturn;

    private QifLines(Reader reader) {
        this.reader = reader;
    }

    static QifLines open(FileContent content) throws IOException, UnreadableFileException {
        return new QifLines(new BufferedReader(TextEncoding.open(content, TextEncoding.detect(content))));
    }

    /** The line that {@link #next} gave, counted from 1. */
    int number() {
        return number;
    }

    @Nullable
    String next() throws IOException, UnreadableFileException {
        for (var line = raw(); line != null; line = raw()) {
            if (!line.isEmpty() && !line.startsWith("#") && (begun || begins(line))) {
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
        if (!begun) {
            throw new UnreadableFileException(
                    number, "The file is not QIF: it does not begin with a section as !Type:Bank");
        }
        return true;
    }

    private @Nullable String raw() throws IOException, UnreadableFileException {
        int c = read();
        if (c == '\n' && afterReturn) {
            c = read();
        }
        if (c < 0) {
            return null;
        }
        number++;
        var line = new StringBuilder();
        while (c >= 0 && c != '\n' && c != '\r') {
            if (line.length() == MAX_LINE) {
                throw new UnreadableFileException(number, "The file has a line longer than any bank writes");
            }
            // No line of text has control characters or a byte order mark; databases refuse some of them.
            line.append(c < ' ' || c == '\uFEFF' ? ' ' : (char) c);
            c = read();
        }
        afterReturn = c == '\r';
        return line.toString().strip();
    }

    private int read() throws IOException, UnreadableFileException {
        try {
            return reader.read();
        } catch (CharacterCodingException _) {
            throw new UnreadableFileException(number, "The file is damaged: some of it is not in its encoding");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
