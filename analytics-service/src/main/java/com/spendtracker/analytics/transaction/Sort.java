package com.spendtracker.analytics.transaction;

import com.spendtracker.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which order transactions are listed; a minus means descending. */
enum Sort {
    DATE_DESCENDING("-date", "t.transaction_date desc, t.id desc", "(t.transaction_date, t.id) < ($7, $8)"),
    DATE("date", "t.transaction_date, t.id", "(t.transaction_date, t.id) > ($7, $8)"),
    AMOUNT_DESCENDING("-amount", "t.amount desc, t.id desc", "$7::date is not null and (t.amount, t.id) < ($9, $8)"),
    AMOUNT("amount", "t.amount, t.id", "$7::date is not null and (t.amount, t.id) > ($9, $8)"),
    MERCHANT(
            "merchant",
            "lower(t.merchant) nulls last, t.transaction_date desc, t.id desc",
            after("t.merchant", ">") + " or t.merchant is null"),
    MERCHANT_DESCENDING(
            "-merchant",
            "lower(t.merchant) desc nulls last, t.transaction_date desc, t.id desc",
            after("t.merchant", "<") + " or t.merchant is null"),
    CATEGORY("category", "lower(c.name), t.transaction_date desc, t.id desc", after("c.name", ">")),
    CATEGORY_DESCENDING("-category", "lower(c.name) desc, t.transaction_date desc, t.id desc", after("c.name", "<"));

    private static final String AFTER_NO_MERCHANT = "t.merchant is null and (t.transaction_date, t.id) < ($7, $8)";

    private final String text;
    private final String orderBy;
    private final String after;

    Sort(String text, String orderBy, String after) {
        this.text = text;
        this.orderBy = orderBy;
        this.after = after;
    }

    private static String after(String column, String comparison) {
        return "lower(%1$s) %2$s lower($9) or (lower(%1$s) = lower($9) and (t.transaction_date, t.id) < ($7, $8))"
                .formatted(column, comparison);
    }

    /** The order that a client names, by default the newest first; 400 for one that there is not. */
    static Sort of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return DATE_DESCENDING;
        }
        return Arrays.stream(values())
                .filter(sort -> sort.text.equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "sort",
                        "must be one of "
                                + Arrays.stream(values()).map(sort -> sort.text).collect(Collectors.joining(", "))));
    }

    /** The name in the API. */
    String text() {
        return text;
    }

    String orderBy() {
        return orderBy;
    }

    /** The predicate for what comes after a cursor: $7 is its day, $8 its id and $9 its key, if it has one. */
    String after(Cursor cursor) {
        return isByMerchant() && cursor.key() == null ? AFTER_NO_MERCHANT : after;
    }

    /** Whether it goes by the day before anything else. */
    boolean isByDate() {
        return this == DATE || this == DATE_DESCENDING;
    }

    /** Whether it orders by what is not in the transaction's own row. */
    boolean needsNames() {
        return this == CATEGORY || this == CATEGORY_DESCENDING;
    }

    /** What it goes by before the day, null for nothing. */
    @Nullable
    String keyOf(Transaction transaction) {
        return switch (this) {
            case DATE, DATE_DESCENDING -> null;
            case AMOUNT, AMOUNT_DESCENDING -> transaction.amount().toPlainString();
            case MERCHANT, MERCHANT_DESCENDING -> transaction.merchant();
            case CATEGORY, CATEGORY_DESCENDING -> transaction.category();
        };
    }

    /** Whether a text can be such a key: clients may send anything. */
    boolean isKey(@Nullable String key) {
        return switch (this) {
            case DATE, DATE_DESCENDING -> key == null;
            case AMOUNT, AMOUNT_DESCENDING -> key != null && Money.fits(new BigDecimal(key));
            case MERCHANT, MERCHANT_DESCENDING -> key == null || key.indexOf('\0') < 0;
            case CATEGORY, CATEGORY_DESCENDING -> key != null && key.indexOf('\0') < 0;
        };
    }

    /** The value of a key as the database compares it. */
    Object toValue(String key) {
        return this == AMOUNT || this == AMOUNT_DESCENDING ? new BigDecimal(key) : key;
    }

    private boolean isByMerchant() {
        return this == MERCHANT || this == MERCHANT_DESCENDING;
    }
}
