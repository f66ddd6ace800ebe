package com.spendtracker.bankfiles.ofx;

import com.spendtracker.bankfiles.TextEncoding;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a file's bytes stand for characters, as its byte order mark or its header says. */
record OfxEncoding(Charset charset, int markLength) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern XML = Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern ENCODING = Pattern.compile("ENCODING:\\s*([\\w-]+)");
    private static final Pattern CHARSET = Pattern.compile("(?<!\\w)CHARSET:\\s*([\\w-]+)");

    static OfxEncoding of(byte[] head) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return new OfxEncoding(StandardCharsets.UTF_8, 3);
        }
        var wide = TextEncoding.utf16(head);
        if (wide != null) {
            boolean marked = begins(head, 0xFF, 0xFE) || begins(head, 0xFE, 0xFF);
            return new OfxEncoding(wide, marked ? 2 : 0);
        }
        return new OfxEncoding(declared(new String(head, StandardCharsets.ISO_8859_1)), 0);
    }

    String decode(byte[] head) {
        return new String(head, charset);
    }

    private static boolean begins(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset declared(String head) {
        if (!head.contains("OFXHEADER:")) {
            var name = first(XML, head);
            return name == null ? StandardCharsets.UTF_8 : named(name, StandardCharsets.UTF_8);
        }
        var encoding = first(ENCODING, head);
        if (encoding != null && encoding.toUpperCase(Locale.ROOT).matches("UTF-?8|UNICODE")) {
            return StandardCharsets.UTF_8;
        }
        var name = first(CHARSET, head);
        return name == null ? WINDOWS : ofOne(name);
    }

    private static Charset ofOne(String name) {
        if (name.matches("\\d{4}")) {
            return named("windows-" + name, WINDOWS);
        }
        // Banks that declare ISO-8859-1 write the characters that only Windows has beside it, as browsers know too.
        return name.equalsIgnoreCase("ISO-8859-1") ? WINDOWS : named(name, WINDOWS);
    }

    private static @Nullable String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : null;
    }

    private static Charset named(String name, Charset otherwise) {
        try {
            // The declaration was read byte by byte, so an encoding with wider units is not what the file is in.
            return name.toUpperCase(Locale.ROOT).startsWith("UTF-16") ? otherwise : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return otherwise;
        }
    }
}
