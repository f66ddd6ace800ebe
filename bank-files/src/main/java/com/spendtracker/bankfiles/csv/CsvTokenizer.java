package com.spendtracker.bankfiles.csv;

import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits text into rows and columns, character by character, in bounded memory. */
final class CsvTokenizer implements Closeable {
    private static final int MAX_COLUMNS = 200;
    private static final int MAX_FIELD = 64 * 1024;
    private static final int END = -1;

    private final Reader reader;
    private final char delimiter;
    private final char quote;
    private final char[] buffer = new char[32 * 1024];
    private final StringBuilder field = new StringBuilder();

    private int position;
    private int limit;
    private int line = 1;
    private int rowLine = 1;

    CsvTokenizer(Reader reader, char delimiter, char quote) {
        this.reader = reader;
        this.delimiter = delimiter;
        this.quote = quote;
    }

    /** The line on which the last row began, counted from 1. */
    int rowLine() {
        return rowLine;
    }

    /** Leaves out this many lines. */
    void skipLines(int count) throws IOException, UnreadableFileException {
        for (int i = 0; i < count; i++) {
            int c = read();
            while (c != '\n' && c != END) {
                c = read();
            }
        }
    }

    /** The columns of the next row, null at the end. A line without anything is a row of one empty column. */
    @Nullable
    List<String> next() throws IOException, UnreadableFileException {
        rowLine = line;
        int c = read();
        if (c == END) {
            return null;
        }
        List<String> row = new ArrayList<>();
        while (true) {
            c = readField(c);
            row.add(field.toString());
            if (row.size() > MAX_COLUMNS) {
                throw new UnreadableFileException(rowLine, "A row has more than " + MAX_COLUMNS + " columns");
            }
            if (c != delimiter) {
                return row;
            }
            c = read();
        }
    }

    /** Reads one column that begins with this character, and answers what ended it. */
    private int readField(int first) throws IOException, UnreadableFileException {
        field.setLength(0);
        int c = first;
        while (c == ' ' && quote != ' ') {
            field.append(' ');
            c = read();
        }
        if (c == quote) {
            field.setLength(0);
            c = readQuoted();
        }
        while (c != delimiter && c != '\n' && c != END) {
            append(c);
            c = read();
        }
        return c;
    }

    /** Reads up to the closing quote, and answers the character after it. */
    private int readQuoted() throws IOException, UnreadableFileException {
        int openedAt = line;
        while (true) {
            int c = read();
            if (c == END) {
                throw new UnreadableFileException(openedAt, "A quote is opened and never closed");
            }
            if (c == quote) {
                int after = read();
                if (after != quote) {
                    return after;
                }
            }
            if (field.length() >= MAX_FIELD) {
                throw new UnreadableFileException(openedAt, "A quote is opened and not closed within 64 KB");
            }
            field.append((char) c);
        }
    }

    private void append(int c) throws UnreadableFileException {
        if (field.length() >= MAX_FIELD) {
            throw new UnreadableFileException(rowLine, "A column has more than 64 KB");
        }
        field.append((char) c);
    }

    /** The next character; the three kinds of line end come as one. */
    private int read() throws IOException, UnreadableFileException {
        int c = raw();
        if (c == '\r') {
            if (position < limit || fill()) {
                if (buffer[position] == '\n') {
                    position++;
                }
            }
            c = '\n';
        }
        if (c == '\n') {
            line++;
        }
        if (c == 0) {
            throw new UnreadableFileException(line, "The file holds NUL characters: it is no text, or it is damaged");
        }
        return c;
    }

    private int raw() throws IOException, UnreadableFileException {
        if (position >= limit && !fill()) {
            return END;
        }
        return buffer[position++];
    }

    private boolean fill() throws IOException, UnreadableFileException {
        try {
            limit = reader.read(buffer, 0, buffer.length);
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException(line, "The file is damaged: some of it is not in its encoding");
        }
        position = 0;
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
