package com.spendtracker.analytics.categorisation;

import com.spendtracker.analytics.transaction.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A transaction to which a rule may be applied afterwards.
 *
 * @param amount as stored: income is what arrived, all else is what left
 * @param byHand whether its owner chose its category, which no rule changes then
 */
record StoredMovement(
        long id,
        int version,
        LocalDate transactionDate,
        @Nullable String merchant,
        @Nullable String description,
        BigDecimal amount,
        String currency,
        Kind kind,
        @Nullable Integer accountId,
        int categoryId,
        String category,
        boolean byHand) {

    RuleSubject subject() {
        return RuleSubject.of(accountId, amount, merchant, description);
    }

    /** The sign that the bank gave the amount. */
    int sign() {
        return kind == Kind.INCOME ? amount.signum() : -amount.signum();
    }

    String text() {
        return (merchant == null ? "" : merchant + " ") + (description == null ? "" : description);
    }
}
