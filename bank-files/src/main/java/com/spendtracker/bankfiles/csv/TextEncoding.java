package com.spendtracker.bankfiles.csv;

import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** Finds out in which encoding a text is written. */
final class TextEncoding {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private TextEncoding() {}

    /**
     * UTF-8 or UTF-16 by mark or by form, else Windows-1252, of which ISO 8859-1 is a part.
     *
     * @throws UnreadableFileException if it is UTF-8 that breaks off somewhere
     */
    static Charset detect(FileContent content) throws IOException, UnreadableFileException {
        byte[] head;
        try (InputStream in = content.open()) {
            head = in.readNBytes(4096);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && everyOther(head, 0)) {
            return StandardCharsets.UTF_16BE;
        }
        if (head.length >= 2 && everyOther(head, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        try (InputStream in = new BufferedInputStream(content.open(), 64 * 1024)) {
            return new Utf8Check(in).run() ? StandardCharsets.UTF_8 : WINDOWS_1252;
        }
    }

    /** The charset of this name. */
    static Charset named(String name) throws UnreadableFileException {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadableFileException("There is no encoding " + name + ".");
        }
    }

    /** The text without its byte order mark; what is not in the encoding is an error, not a question mark. */
    static Reader open(FileContent content, Charset charset) throws IOException {
        Reader reader = new InputStreamReader(
                content.open(),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        PushbackReader text = new PushbackReader(reader, 1);
        int first = text.read();
        if (first != 0xFEFF && first >= 0) {
            text.unread(first);
        }
        return text;
    }

    private static boolean starts(byte[] head, int first, int second) {
        return head.length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }

    // Text of Latin letters in UTF-16 has a zero in every other byte.
    private static boolean everyOther(byte[] head, int offset) {
        int zeros = 0;
        int pairs = head.length / 2;
        for (int i = 0; i < pairs; i++) {
            if (head[2 * i + offset] == 0 && head[2 * i + 1 - offset] != 0) {
                zeros++;
            }
        }
        return zeros > pairs * 8 / 10;
    }

    /** Reads bytes as UTF-8 and judges what is none. */
    private static final class Utf8Check {
        private final InputStream in;
        private int line = 1;
        private int sequences;
        private int firstBadLine;
        private boolean implausible;

        Utf8Check(InputStream in) {
            this.in = in;
        }

        /** Whether it is UTF-8; an exception if it was meant to be and is broken. */
        boolean run() throws IOException, UnreadableFileException {
            int previous = '\n';
            int b = in.read();
            while (b >= 0) {
                int next;
                if (b < 0x80) {
                    line += b == '\n' ? 1 : 0;
                    next = in.read();
                } else {
                    next = afterNonAscii(b, previous);
                }
                previous = b;
                b = next;
            }
            if (firstBadLine > 0 && (sequences > 0 || implausible)) {
                throw new UnreadableFileException(
                        firstBadLine,
                        "The file is damaged: it is neither valid UTF-8 nor in another encoding of bank files");
            }
            return firstBadLine == 0;
        }

        private int afterNonAscii(int lead, int previous) throws IOException {
            int length = lead >= 0xC2 && lead <= 0xDF
                    ? 1
                    : lead >= 0xE0 && lead <= 0xEF ? 2 : lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
            int next = in.read();
            int read = 0;
            int minimum = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
            int maximum = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            while (read < length && next >= minimum && next <= maximum) {
                read++;
                minimum = 0x80;
                maximum = 0xBF;
                next = in.read();
            }
            if (length > 0 && read == length) {
                sequences++;
            } else {
                firstBadLine = firstBadLine == 0 ? line : firstBadLine;
                implausible |= read > 0 || !isPlausible(lead, previous, next);
            }
            return next;
        }

        // What people write: accented letters within words, signs of currencies, quotes and dashes.
        private static boolean isPlausible(int b, int previous, int next) {
            boolean undefined = b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D || b == 0xFF;
            boolean letter = b >= 0xC0 && b != 0xD7 && b != 0xF7;
            return !undefined && (!letter || isLetter(previous) || isLetter(next));
        }

        private static boolean isLetter(int b) {
            return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b >= 0xC0;
        }
    }
}
