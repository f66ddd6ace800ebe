package com.spendtracker.bankfiles;

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
import org.jspecify.annotations.Nullable;

/** Finds out in which encoding a text is written. */
public final class TextEncoding {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset ISO_8859_15 = Charset.forName("ISO-8859-15");

    private TextEncoding() {}

    /**
     * UTF-8 or UTF-16 by mark or by form, else Windows-1252, of which ISO 8859-1 is a part, or ISO 8859-15 for its euro.
     *
     * @throws UnreadableFileException if it is UTF-8 that breaks off somewhere
     */
    public static Charset detect(FileContent content) throws IOException, UnreadableFileException {
        byte[] head;
        try (InputStream in = content.open()) {
            head = in.readNBytes(4096);
        }
        Charset wide = utf16(head);
        if (wide != null) {
            return wide;
        }
        try (InputStream in = content.open()) {
            return new Utf8Check(in).run();
        }
    }

    /** Which UTF-16 a text that begins so is in, by mark or by form; null if it is not. */
    public static @Nullable Charset utf16(byte[] head) {
        if (starts(head, 0xFE, 0xFF) || zerosAreAt(0, head)) {
            return StandardCharsets.UTF_16BE;
        }
        return starts(head, 0xFF, 0xFE) || zerosAreAt(1, head) ? StandardCharsets.UTF_16LE : null;
    }

    /**
     * The charset of this name.
     *
     * @throws UnreadableFileException if there is none
     */
    public static Charset named(String name) throws UnreadableFileException {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadableFileException("There is no encoding " + name + ".");
        }
    }

    /**
     * The text without its byte order mark, to be closed by the caller; what is not in the encoding makes reading it fail
     * with a {@link java.nio.charset.CharacterCodingException}.
     */
    public static Reader open(FileContent content, Charset charset) throws IOException {
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

    // Digits, line ends and letters of fields have a zero in UTF-16, always in the same half; no other text has any.
    private static boolean zerosAreAt(int half, byte[] head) {
        int zeros = 0;
        int others = 0;
        int pairs = head.length / 2;
        for (int i = 0; i < pairs; i++) {
            zeros += head[2 * i + half] == 0 ? 1 : 0;
            others += head[2 * i + 1 - half] == 0 ? 1 : 0;
        }
        return zeros * 5 > pairs && zeros > others * 8;
    }

    /** Reads bytes as UTF-8 and judges what is none. */
    private static final class Utf8Check {
        // One-letter words and initials of the languages of Western Europe; Ã and Â are what remains of broken UTF-8.
        private static final String WORDS =
                "\u00E0\u00E1\u00E4\u00E5\u00E8\u00E9\u00EC\u00ED\u00F2\u00F3\u00F4\u00F6\u00F9\u00FA"
                        + "\u00C0\u00C1\u00C4\u00C5\u00C7\u00C8\u00C9\u00D2\u00D3\u00D4\u00D6\u00D8\u00DC";
        private static final int EURO_IN_ISO_8859_15 = 0xA4;

        private final InputStream in;
        private final byte[] buffer = new byte[64 * 1024];
        private int position;
        private int limit;
        private int line = 1;
        private int sequences;
        private int firstBadLine;
        private int implausibleLine;
        private boolean euro;
        private boolean windowsOnly;

        Utf8Check(InputStream in) {
            this.in = in;
        }

        /** The encoding; an exception if it was meant to be UTF-8 and is broken. */
        Charset run() throws IOException, UnreadableFileException {
            int previous = '\n';
            int b = read();
            while (b >= 0) {
                int next;
                if (b < 0x80) {
                    line += b == '\n' ? 1 : 0;
                    next = read();
                } else {
                    next = afterNonAscii(b, previous);
                }
                previous = b;
                b = next;
            }
            if (firstBadLine == 0) {
                return StandardCharsets.UTF_8;
            }
            if (sequences > 0 || implausibleLine > 0) {
                throw new UnreadableFileException(
                        sequences > 0 ? firstBadLine : implausibleLine,
                        "The file is damaged: it is neither valid UTF-8 nor in another encoding of bank files");
            }
            return euro && !windowsOnly ? ISO_8859_15 : WINDOWS_1252;
        }

        private int read() throws IOException {
            if (position == limit) {
                limit = in.read(buffer);
                position = 0;
                if (limit <= 0) {
                    limit = 0;
                    return -1;
                }
            }
            return buffer[position++] & 0xFF;
        }

        private int afterNonAscii(int lead, int previous) throws IOException {
            int length = lead >= 0xC2 && lead <= 0xDF
                    ? 1
                    : lead >= 0xE0 && lead <= 0xEF ? 2 : lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
            int next = read();
            int read = 0;
            int minimum = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
            int maximum = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            while (read < length && next >= minimum && next <= maximum) {
                read++;
                minimum = 0x80;
                maximum = 0xBF;
                windowsOnly |= next < 0xA0;
                next = read();
            }
            if (length > 0 && read == length) {
                sequences++;
            } else {
                judge(lead, previous, next, read);
            }
            return next;
        }

        private void judge(int lead, int previous, int next, int continued) {
            firstBadLine = firstBadLine == 0 ? line : firstBadLine;
            windowsOnly |= lead < 0xA0;
            euro |= lead == EURO_IN_ISO_8859_15 && (isDigit(previous) || isDigit(next) || previous == ' ');
            boolean plausible = continued == 0
                    ? isPlausible(lead, previous, next)
                    : continued == 1 && lead != 0xE2 && lead < 0xF0 && isLetter(previous);
            implausibleLine = implausibleLine == 0 && !plausible ? line : implausibleLine;
        }

        // What people write: accented letters within words, signs of currencies, quotes and dashes.
        private static boolean isPlausible(int b, int previous, int next) {
            boolean undefined = b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D || b == 0xFF;
            boolean letter = b >= 0xC0 && b != 0xD7 && b != 0xF7;
            boolean alone = WORDS.indexOf(b) >= 0 && !isDigit(previous) && !isDigit(next);
            return !undefined && (!letter || alone || isLetter(previous) || isLetter(next));
        }

        private static boolean isLetter(int b) {
            return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b >= 0xC0;
        }

        private static boolean isDigit(int b) {
            return b >= '0' && b <= '9';
        }
    }
}
