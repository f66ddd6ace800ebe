package com.spendtracker.bankfiles.mt940;

import com.spendtracker.bankfiles.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tag and the lines that belong to it; also the end of a message, which has neither. */
final class Mt940Field {
    private static final int MAX_LENGTH = 64 * 1024;

    private final int line;
    private final String tag;
    private final List<String> lines = new ArrayList<>();
    private int length;

    private Mt940Field(int line, String tag) {
        this.line = line;
        this.tag = tag;
    }

    /** The field that begins in a line; null if none does. */
    static @Nullable Mt940Field beginningIn(String text, int line) throws UnreadableFileException {
        int end = endOfTag(text);
        if (end < 0) {
            return null;
        }
        var field = new Mt940Field(line, text.substring(1, end));
        field.add(text.substring(end + 1));
        return field;
    }

    private static int endOfTag(String text) {
        boolean tag = text.length() >= 4 && text.charAt(0) == ':' && isDigit(text, 1) && isDigit(text, 2);
        if (!tag) {
            return -1;
        }
        int end = text.charAt(3) >= 'A' && text.charAt(3) <= 'Z' ? 4 : 3;
        return text.length() > end && text.charAt(end) == ':' ? end : -1;
    }

    private static boolean isDigit(String text, int index) {
        return text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    void add(String text) throws UnreadableFileException {
        length += text.length() + 1;
        if (length > MAX_LENGTH) {
            throw new UnreadableFileException(line, "The file has a field longer than any bank writes");
        }
        lines.add(text);
    }

    int line() {
        return line;
    }

    /** Two digits and perhaps a letter. */
    String tag() {
        return tag;
    }

    /** The first of its lines, to which most fields are confined. */
    String first() {
        return lines.getFirst().strip();
    }

    List<String> lines() {
        return lines;
    }
}
