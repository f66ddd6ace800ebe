package com.spendtracker.analytics.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTests {
    @ParameterizedTest
    @CsvSource({
        "12.5000, EUR, 12.50",
        "0.0000, EUR, 0.00",
        "-3.1000, USD, -3.10",
        "0.1234, EUR, 0.1234",
        "1500.0000, JPY, 1500",
        "1.5000, KWD, 1.500",
        "7.0000, XAU, 7.00",
        "7.0000, ZZZ, 7.00",
    })
    void normalizeThenMinorUnitsAndNoDigitLost(BigDecimal stored, String currency, String written) {
        assertThat(Money.normalize(stored, currency).toPlainString()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"10.00, 3, EUR, 3.33", "0.01, 2, EUR, 0.01", "-0.01, 2, EUR, -0.01", "1000, 3, JPY, 333"})
    void averageThenRoundedHalfUp(BigDecimal sum, long count, String currency, String average) {
        assertThat(Money.average(sum, count, currency).toPlainString()).isEqualTo(average);
    }

    @Test
    void averageWhenOfNothingThenZero() {
        assertThat(Money.average(BigDecimal.ZERO, 0, "EUR").toPlainString()).isEqualTo("0.00");
    }
}
