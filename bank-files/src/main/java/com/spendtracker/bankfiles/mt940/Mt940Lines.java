package com.spendtracker.bankfiles.mt940;

import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a file, whatever ends them, each of bounded length. */
final class Mt940Lines implements Closeable {
    private static final int MAX_LINE = 8 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader reader;
    private final char[] buffer = new char[16 * 1024];
    private final StringBuilder text = new StringBuilder();
    private int position;
    private int limit;
    private int number;

    Mt940Lines(Reader reader) {
        this.reader = reader;
    }

    /** The number of the last line given, counted from 1. */
    int number() {
        return Math.max(number, 1);
    }

    /** The next line without its end; null at the end of the file. */
    @Nullable
    String next() throws IOException, UnreadableFileException {
        if (isAtEnd()) {
            return null;
        }
        number++;
        text.setLength(0);
        while (!isAtEnd()) {
            char c = buffer[position++];
            if (c == '\n' || c == '\r') {
                endLine(c);
                break;
            }
            append(c);
        }
        return text.toString();
    }

    private void endLine(char end) throws IOException {
        if (end == '\r' && !isAtEnd() && buffer[position] == '\n') {
            position++;
        }
    }

    private void append(char c) throws UnreadableFileException {
        if (text.length() >= MAX_LINE) {
            throw new UnreadableFileException(number, "The file has a line longer than any bank writes");
        }
        if (c != BYTE_ORDER_MARK || number > 1 || !text.isEmpty()) {
            text.append(c);
        }
    }

    private boolean isAtEnd() throws IOException {
        if (position == limit) {
            limit = Math.max(reader.read(buffer, 0, buffer.length), 0);
            position = 0;
        }
        return limit == 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
