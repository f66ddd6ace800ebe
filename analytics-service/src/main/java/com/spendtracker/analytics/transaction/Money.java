package com.spendtracker.analytics.transaction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** How exact decimal amounts are written: with their currency's minor units, and never fewer digits than are stored. */
public final class Money {
    private static final int USUAL_DIGITS = 2;
    private static final int MAX_DECIMALS = 4;
    private static final int MAX_DIGITS = 15;

    /** What an amount that does not fit should have been. */
    public static final String MUST =
            "must be a number of at most " + MAX_DIGITS + " digits and " + MAX_DECIMALS + " decimals";

    private Money() {}

    /** The same amount with the currency's minor units: 12.5000 EUR is 12.50, 3.0000 JPY is 3, 0.1234 EUR stays. */
    public static BigDecimal normalize(BigDecimal amount, String currency) {
        int digits = Math.max(minorUnits(currency), amount.stripTrailingZeros().scale());
        return amount.setScale(digits, RoundingMode.UNNECESSARY);
    }

    /** The mean of {@code count} amounts, rounded half up to the currency's minor units; zero for none. */
    public static BigDecimal average(BigDecimal sum, long count, String currency) {
        int digits = minorUnits(currency);
        return count == 0
                ? BigDecimal.ZERO.setScale(digits)
                : sum.divide(BigDecimal.valueOf(count), digits, RoundingMode.HALF_UP);
    }

    /** Whether an amount fits into what is stored: 15 digits and 4 decimals. */
    public static boolean fits(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() <= MAX_DECIMALS && plain.precision() - plain.scale() <= MAX_DIGITS;
    }

    private static int minorUnits(String currency) {
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return digits < 0 ? USUAL_DIGITS : digits; // gold and the like have none defined
        } catch (IllegalArgumentException _) {
            return USUAL_DIGITS; // a code that this JDK does not know yet
        }
    }
}
