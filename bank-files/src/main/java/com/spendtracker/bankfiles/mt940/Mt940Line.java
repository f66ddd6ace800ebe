package com.spendtracker.bankfiles.mt940;

import com.spendtracker.bankfiles.Booking;
import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.RejectedRow;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a statement line (tag 61): day, mark, amount, and what there is of references. */
final class Mt940Line {
    private static final Pattern DAY = Pattern.compile("\\d{6}");
    private static final Pattern MARKED = Pattern.compile("\\d{6}(\\d{4})?(R[CD]|E[CD]|[CD])");
    // Value day, day of entry, mark, funds code, amount, type, references.
    private static final Pattern LINE = Pattern.compile(
            "(\\d{6})(?:\\d{4})?(R[CD]|E[CD]|[CD])[A-Z]?(" + Mt940Text.AMOUNT + ")(?:[A-Z][A-Z0-9]{3}(.*)|[^\\d,].*)?");
    private static final Set<String> CREDITS = Set.of("C", "EC", "RD");
    private static final String NO_REFERENCE = "NONREF";

    private Mt940Line() {}

    /** A booking in a currency, described by nothing but what the line itself says; or why it is none. */
    static Entry of(Mt940Field field, @Nullable String currency) {
        var text = field.first();
        var found = LINE.matcher(text);
        if (!found.matches()) {
            return rejected(field, text);
        }
        // The day of value: that of entry is often the one on which the bank made the statement.
        var date = Mt940Text.day(found.group(1));
        if (date == null) {
            return rejected(field, "date", "must be a day as yyMMdd: " + found.group(1));
        }
        var amount = Mt940Text.amount(found.group(3));
        return Booking.of(field.line(), date, CREDITS.contains(found.group(2)) ? amount : amount.negate())
                .withCurrency(currency)
                .withDescription(description(field.lines(), found));
    }

    private static RejectedRow rejected(Mt940Field field, String text) {
        if (!DAY.matcher(text).lookingAt()) {
            return rejected(field, "date", "must be a day as yyMMdd");
        }
        return MARKED.matcher(text).lookingAt()
                ? rejected(field, "amount", "must be a number with a decimal comma")
                : rejected(field, null, "must be marked as credit or debit");
    }

    private static RejectedRow rejected(Mt940Field field, @Nullable String what, String reason) {
        return new RejectedRow(field.line(), what, reason, ":61:" + String.join(" ", field.lines()));
    }

    private static @Nullable String description(List<String> lines, Matcher found) {
        var supplement = Mt940Text.oneLine(String.join(" ", lines.subList(1, lines.size())));
        return supplement.isEmpty() ? reference(found.group(4)) : supplement;
    }

    private static @Nullable String reference(@Nullable String references) {
        if (references == null) {
            return null;
        }
        int end = references.indexOf("//");
        var reference = Mt940Text.oneLine(end < 0 ? references : references.substring(0, end));
        return reference.isEmpty() || reference.equals(NO_REFERENCE) ? null : reference;
    }
}
