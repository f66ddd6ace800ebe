package com.spendtracker.bankfiles.qif;

import com.spendtracker.bankfiles.Booking;
import com.spendtracker.bankfiles.Booking.Part;
import com.spendtracker.bankfiles.DateOrder;
import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.RejectedRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of one entry, as far as its mark of the end. */
record QifRecord(int line, List<String> lines) {
    private static final Pattern AMOUNT = Pattern.compile("[+-]?(?=[.,]?\\d)[\\d.,]{1,30}");

    @Nullable
    String field(char letter) {
        return texts(letter).findFirst().orElse(null);
    }

    private Stream<String> texts(char letter) {
        return lines.stream()
                .filter(field -> field.charAt(0) == letter && field.length() > 1)
                .map(field -> field.substring(1).strip());
    }

    Entry booking(DateOrder order) {
        var written = field('D');
        var date = written == null ? null : QifDates.read(written, order);
        if (date == null) {
            return rejected("date", "must be a day as " + order + ": " + present(written));
        }
        var total = field('T') == null ? field('U') : field('T');
        var amount = amount(total);
        if (amount == null) {
            return rejected("amount", "must be a number: " + present(total));
        }
        var parts = parts();
        if (parts == null) {
            return rejected("split", "must have an amount in every part");
        }
        if (!sumsTo(amount, parts)) {
            return rejected("split", "must have parts that sum to the amount: " + total);
        }
        return new Booking(
                line, date, amount, null, null, field('P'), description(), category(field('L')), transfer(), parts);
    }

    private static String present(@Nullable String text) {
        return text == null ? "it is missing" : text;
    }

    private RejectedRow rejected(String field, String reason) {
        return new RejectedRow(line, field, reason, String.join(" ", lines));
    }

    private @Nullable String transfer() {
        // The first balance of an account names the account itself.
        return "Opening Balance".equals(field('P')) ? null : transferTo(field('L'));
    }

    private @Nullable String description() {
        var memo = memo();
        var number = field('N');
        if (number == null || !number.matches("\\d+")) {
            return memo;
        }
        return memo == null ? "Check " + number : memo + " Check " + number;
    }

    private @Nullable String memo() {
        // More than one payee or memo is not of the format: what has no place of its own is kept here.
        var memos = Stream.concat(texts('P').skip(1), texts('M')).collect(Collectors.joining(" "));
        return memos.isEmpty() ? null : memos;
    }

    private static boolean sumsTo(BigDecimal amount, List<Part> parts) {
        return parts.isEmpty()
                || parts.stream()
                                .map(Part::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(amount)
                        == 0;
    }

    private @Nullable List<Part> parts() {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).charAt(0) == 'S') {
                var part = part(i);
                if (part == null) {
                    return null;
                }
                parts.add(part);
            }
        }
        return parts;
    }

    private @Nullable Part part(int from) {
        int to = from + 1;
        while (to < lines.size() && lines.get(to).charAt(0) != 'S') {
            to++;
        }
        var own = new QifRecord(line, lines.subList(from, to));
        var amount = amount(own.field('$'));
        var target = own.field('S');
        return amount == null ? null : new Part(amount, own.field('E'), category(target), transferTo(target));
    }

    private static @Nullable String category(@Nullable String text) {
        if (text == null || text.startsWith("[") || text.equals("--Split--")) {
            return null;
        }
        int slash = text.indexOf('/');
        var category = slash < 0 ? text : text.substring(0, slash).strip();
        return category.isEmpty() ? null : category;
    }

    private static @Nullable String transferTo(@Nullable String text) {
        int end = text == null ? -1 : text.indexOf(']');
        return text == null || end < 2 || !text.startsWith("[") ? null : text.substring(1, end);
    }

    private static @Nullable BigDecimal amount(@Nullable String text) {
        if (text == null || !AMOUNT.matcher(text).matches()) {
            return null;
        }
        int decimal = decimal(text);
        var whole = text.substring(0, decimal).replace(".", "").replace(",", "");
        return new BigDecimal(decimal == text.length() ? whole : whole + "." + text.substring(decimal + 1));
    }

    private static int decimal(String text) {
        int point = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        int last = Math.max(point, comma);
        char mark = last < 0 ? ' ' : text.charAt(last);
        boolean repeated = last >= 0 && text.indexOf(mark) < last;
        boolean thousands = mark == ',' && point < 0 && text.length() - last == 4;
        return last < 0 || repeated || thousands ? text.length() : last;
    }
}
