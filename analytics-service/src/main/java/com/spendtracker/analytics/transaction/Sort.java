package com.spendtracker.analytics.transaction;

import com.spendtracker.support.problem.ProblemException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which order transactions are listed; a minus means descending. */
enum Sort {
    DATE_DESCENDING("-date", "t.transaction_date desc, t.id desc"),
    DATE("date", "t.transaction_date, t.id"),
    AMOUNT_DESCENDING("-amount", "t.amount desc, t.id desc"),
    AMOUNT("amount", "t.amount, t.id"),
    MERCHANT("merchant", "lower(t.merchant) nulls last, t.transaction_date desc, t.id desc"),
    MERCHANT_DESCENDING("-merchant", "lower(t.merchant) desc nulls last, t.transaction_date desc, t.id desc"),
    CATEGORY("category", "lower(c.name), t.transaction_date desc, t.id desc"),
    CATEGORY_DESCENDING("-category", "lower(c.name) desc, t.transaction_date desc, t.id desc");

    private final String text;
    private final String orderBy;

    Sort(String text, String orderBy) {
        this.text = text;
        this.orderBy = orderBy;
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

    String orderBy() {
        return orderBy;
    }

    /** Whether it orders by what is not in the transaction's own row. */
    boolean needsNames() {
        return this == CATEGORY || this == CATEGORY_DESCENDING;
    }
}
