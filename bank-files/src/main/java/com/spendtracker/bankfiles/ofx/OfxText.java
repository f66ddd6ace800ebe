package com.spendtracker.bankfiles.ofx;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What OFX writes as text: characters by name, days, amounts. */
final class OfxText {
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,4});");
    private static final Pattern AMOUNT = Pattern.compile("[+-]?(?=[.,]?\\d)[\\d.,]{1,30}");
    private static final Pattern DAY = Pattern.compile("\\d{8}.*");

    private OfxText() {}

    static String plain(String raw) {
        return oneLine(
                raw.indexOf('&') < 0 ? raw : ENTITY.matcher(raw).replaceAll(found -> replacement(found.group(1))));
    }

    static String oneLine(String raw) {
        var line = new StringBuilder(raw.length());
        boolean gap = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c <= ' ' || c == '\u00A0' || Character.isISOControl(c)) {
                gap = !line.isEmpty();
            } else {
                line.append(gap ? " " : "").append(c);
                gap = false;
            }
        }
        return line.toString();
    }

    private static String replacement(String name) {
        String plain = switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "nbsp" -> " ";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> name.startsWith("#") ? numbered(name.substring(1)) : "&" + name + ";";
        };
        return java.util.regex.Matcher.quoteReplacement(plain);
    }

    private static String numbered(String number) {
        boolean hex = number.startsWith("x") || number.startsWith("X");
        int point = Integer.parseInt(hex ? number.substring(1) : number, hex ? 16 : 10);
        boolean character = Character.isValidCodePoint(point) && (point < 0xD800 || point > 0xDFFF);
        return character ? Character.toString(point) : "\uFFFD";
    }

    /** The day as written, whatever its zone; null if there is none. */
    static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || !DAY.matcher(text).matches()) {
            return null;
        }
        try {
            return LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** A signed number with point or comma before its decimals; null if it is none. */
    static @Nullable BigDecimal amount(@Nullable String text) {
        if (text == null || !AMOUNT.matcher(text).matches()) {
            return null;
        }
        int decimal = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        if (decimal < 0) {
            return new BigDecimal(text);
        }
        var whole = text.substring(0, decimal).replace(".", "").replace(",", "");
        return new BigDecimal(whole + "." + text.substring(decimal + 1));
    }
}
