package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.transaction.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes sums in the digits of their currency, and takes means of them. */
record Amounts(String currency) {
    // A month is a twelfth of 365.25 days: 487 sixteenths of a day.
    private static final BigDecimal SIXTEENTHS_OF_A_MONTH = BigDecimal.valueOf(487);
    private static final long SIXTEENTHS_OF_A_DAY = 16;
    private static final String NO_CURRENCY = "";

    static Amounts in(@Nullable String currency) {
        return new Amounts(currency == null ? NO_CURRENCY : currency);
    }

    BigDecimal of(BigDecimal amount) {
        return Money.normalize(amount, currency);
    }

    @Nullable
    BigDecimal ofNullable(@Nullable BigDecimal amount) {
        return amount == null ? null : of(amount);
    }

    /** The mean of this many parts of a sum, rounded half up to the currency's minor units; zero for none. */
    BigDecimal average(BigDecimal sum, long count) {
        return Money.average(sum, count, currency);
    }

    /** What a month has on average of the sum of this many days; zero for none. */
    BigDecimal averageMonth(BigDecimal sum, long days) {
        return Money.average(sum.multiply(SIXTEENTHS_OF_A_MONTH), days * SIXTEENTHS_OF_A_DAY, currency);
    }
}
