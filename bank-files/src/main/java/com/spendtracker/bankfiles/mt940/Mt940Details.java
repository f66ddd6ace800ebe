package com.spendtracker.bankfiles.mt940;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the information to the account owner (tag 86) says, in any of its dialects.
 *
 * @param payee the other side
 * @param description what it is about
 */
record Mt940Details(@Nullable String payee, @Nullable String description) {
    private static final Pattern NUMBERED = Pattern.compile("(\\d{3})?\\?\\d\\d");
    private static final Pattern NUMBER = Pattern.compile("\\?(\\d\\d)");
    private static final Pattern NAMED = Pattern.compile("/[A-Z]{2,4}/");
    private static final Pattern NAME = Pattern.compile(
            "/(TRTP|TRCD|RTYP|IBAN|BIC|NAME|REMI|EREF|KREF|PREF|CREF|MARF|CSID|ISDT"
                    + "|ORDP|BENM|ULTD|ULTC|ULTB|CNTP|RTRN|PURP|ADDR|ID|SVCL|OTRN|NRTX|UPAS|BUSP|INST|OCMT|CHGS|ACCW)/");
    private static final Pattern SEPA_TAG = Pattern.compile(
            "(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|RREF|SQTP|ORCR|ORMR|DDAT|DEID)\\+");
    private static final int NUMBERED_LENGTH = 27;

    static Mt940Details of(List<String> lines) {
        // Structured text is cut into lines anywhere, words and names of parts too.
        var joined = String.join("", lines);
        if (NUMBERED.matcher(joined).lookingAt()) {
            return numbered(joined);
        }
        if (NAMED.matcher(joined).lookingAt() && NAME.matcher(joined).find()) {
            return named(joined);
        }
        return new Mt940Details(null, presence(purpose(String.join(" ", lines))));
    }

    private static Mt940Details numbered(String text) {
        var parts = new EnumMap<Part, StringBuilder>(Part.class);
        var number = NUMBER.matcher(text);
        boolean more = number.find();
        while (more) {
            var part = Part.of(Integer.parseInt(number.group(1)));
            int from = number.end();
            more = number.find();
            append(
                    parts.computeIfAbsent(part, _ -> new StringBuilder()),
                    text.substring(from, more ? number.start() : text.length()));
        }
        var purpose = presence(purpose(text(parts, Part.PURPOSE)));
        return new Mt940Details(
                presence(text(parts, Part.PAYEE)), purpose == null ? presence(text(parts, Part.POSTING)) : purpose);
    }

    private static String text(Map<Part, StringBuilder> parts, Part part) {
        var text = parts.get(part);
        return text == null ? "" : text.toString();
    }

    // A part that is not full has lost the space at its end.
    private static void append(StringBuilder joined, String part) {
        joined.append(part);
        if (part.length() < NUMBERED_LENGTH) {
            joined.append(' ');
        }
    }

    private static String purpose(String text) {
        var tag = SEPA_TAG.matcher(text);
        while (tag.find()) {
            if (tag.group(1).equals("SVWZ")) {
                int from = tag.end();
                return text.substring(from, tag.find() ? tag.start() : text.length());
            }
        }
        return text;
    }

    private static Mt940Details named(String text) {
        var values = values(text);
        var payee = values.get("NAME");
        var remittance = values.get("REMI");
        var description = remittance == null ? null : presence(unstructured(remittance));
        return new Mt940Details(
                payee == null ? counterparty(values.get("CNTP")) : presence(payee),
                description == null ? presence(values.getOrDefault("TRTP", "")) : description);
    }

    private static Map<String, String> values(String text) {
        var values = new HashMap<String, String>();
        var name = NAME.matcher(text);
        boolean more = name.find();
        while (more) {
            var key = name.group(1);
            int from = name.end();
            // The slash that ends a value begins the name of the next.
            more = name.find(from - 1);
            values.putIfAbsent(key, trimmed(text.substring(from, more ? Math.max(name.start(), from) : text.length())));
        }
        return values;
    }

    private static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && value.charAt(from) == '/') {
            from++;
        }
        while (to > from && value.charAt(to - 1) == '/') {
            to--;
        }
        return value.substring(from, to);
    }

    private static String unstructured(String remittance) {
        return remittance.startsWith("USTD//") ? remittance.substring("USTD//".length()) : remittance;
    }

    // Account, bank, name, town.
    private static @Nullable String counterparty(@Nullable String value) {
        if (value == null) {
            return null;
        }
        var parts = value.split("/", -1);
        return parts.length < 3 ? null : presence(parts[2]);
    }

    private static @Nullable String presence(String text) {
        var line = Mt940Text.oneLine(text);
        return line.isEmpty() ? null : line;
    }

    /** What numbered parts are about. */
    private enum Part {
        POSTING,
        PURPOSE,
        PAYEE,
        OTHER;

        static Part of(int number) {
            return switch (number) {
                case 0 -> POSTING;
                case 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 60, 61, 62, 63 -> PURPOSE;
                case 32, 33 -> PAYEE;
                default -> OTHER;
            };
        }
    }
}
