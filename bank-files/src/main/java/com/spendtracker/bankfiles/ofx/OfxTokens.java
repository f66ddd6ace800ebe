package com.spendtracker.bankfiles.ofx;

import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/** Cuts a file into tags and texts; knows neither document types nor entities of the file's own. */
final class OfxTokens implements Closeable {
    /** What {@link #next} found. */
    enum Kind {
        OPEN,
        CLOSE,
        TEXT,
        END
    }

    private static final int MAX_TEXT = 64 * 1024;
    private final Reader reader;
    private final char[] buffer = new char[16 * 1024];
    private final StringBuilder text = new StringBuilder();
    private int position;
    private int limit;
    private int line = 1;
    private boolean closesItself;
    private String value = "";

    OfxTokens(Reader reader) {
        this.reader = reader;
    }

    /** The tag's name in capitals, or the text with its entities replaced and on one line. */
    String value() {
        return value;
    }

    int line() {
        return line;
    }

    Kind next() throws IOException, UnreadableFileException {
        if (closesItself) {
            closesItself = false;
            return Kind.CLOSE;
        }
        while (true) {
            int c = peek();
            if (c < 0) {
                return Kind.END;
            }
            if (c != '<') {
                if (text()) {
                    return Kind.TEXT;
                }
                continue;
            }
            take();
            int first = peek();
            if (first == '?') {
                skipInstruction();
            } else if (first == '!') {
                if (declaration()) {
                    return Kind.TEXT;
                }
            } else {
                return tag(first);
            }
        }
    }

    private Kind tag(int first) throws IOException, UnreadableFileException {
        if (first != '/' && !Character.isLetter(first)) {
            text.setLength(0);
            text.append('<');
            collect();
            return Kind.TEXT;
        }
        until('>');
        boolean closes = first == '/';
        closesItself = !closes && text.length() > 0 && text.charAt(text.length() - 1) == '/';
        value = name(closes ? 1 : 0, text.length() - (closesItself ? 1 : 0));
        return closes ? Kind.CLOSE : Kind.OPEN;
    }

    private String name(int from, int to) {
        int end = from;
        while (end < to && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end).toUpperCase(Locale.ROOT);
    }

    private boolean text() throws IOException, UnreadableFileException {
        text.setLength(0);
        collect();
        return !value.isEmpty();
    }

    private void collect() throws IOException, UnreadableFileException {
        int c = peek();
        while (c >= 0 && c != '<') {
            append(take());
            c = peek();
        }
        value = OfxText.plain(text.toString());
    }

    private boolean declaration() throws IOException, UnreadableFileException {
        text.setLength(0);
        while (text.length() < 3 && peek() >= 0) {
            append(take());
        }
        if (text.toString().equals("!--")) {
            untilEnd("-->");
            return false;
        }
        while (text.length() < 8 && peek() >= 0) {
            append(take());
        }
        if (!text.toString().equals("![CDATA[")) {
            throw new UnreadableFileException(line, "The file declares a document type or entities, which OFX has not");
        }
        text.setLength(0);
        untilEnd("]]>");
        value = OfxText.oneLine(text.substring(0, text.length() - 3));
        return !value.isEmpty();
    }

    private void skipInstruction() throws IOException, UnreadableFileException {
        until('>');
    }

    private void untilEnd(String mark) throws IOException, UnreadableFileException {
        text.setLength(0);
        while (text.length() < mark.length() || text.indexOf(mark, text.length() - mark.length()) < 0) {
            append(takeOrFail());
        }
    }

    private void until(char mark) throws IOException, UnreadableFileException {
        text.setLength(0);
        for (int c = takeOrFail(); c != mark; c = takeOrFail()) {
            append(c);
        }
    }

    private void append(int c) throws UnreadableFileException {
        if (text.length() >= MAX_TEXT) {
            throw new UnreadableFileException(line, "The file has a text longer than any bank writes");
        }
        text.append((char) c);
    }

    private int takeOrFail() throws IOException, UnreadableFileException {
        if (peek() < 0) {
            throw new UnreadableFileException(line, "The file ends in the middle");
        }
        return take();
    }

    private int peek() throws IOException {
        if (position == limit) {
            limit = Math.max(reader.read(buffer, 0, buffer.length), 0);
            position = 0;
        }
        return limit == 0 ? -1 : buffer[position];
    }

    private int take() {
        char c = buffer[position++];
        if (c == '\n') {
            line++;
        }
        return c;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
