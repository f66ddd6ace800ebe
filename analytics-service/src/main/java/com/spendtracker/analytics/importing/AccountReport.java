package com.spendtracker.analytics.importing;

import com.spendtracker.analytics.transaction.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An account that a file is about.
 *
 * @param id its number, 0 while it is only previewed and new
 * @param created whether the import made it
 * @param rows how many bookings the file has for it, known ones too
 * @param opening what the file says that it held before, in {@code currency}
 * @param closing what it held after
 * @param reconciled whether the bookings lead from one to the other; null if the file does not say both
 */
record AccountReport(
        int id,
        String name,
        @Schema(types = {"string", "null"}) @Nullable String identifier,
        String currency,
        boolean created,
        int rows,
        @Schema(types = {"number", "null"}) @Nullable BigDecimal opening,
        @Schema(types = {"number", "null"}) @Nullable BigDecimal closing,
        @Schema(types = {"boolean", "null"}) @Nullable Boolean reconciled) {

    static AccountReport of(FileAccount account, int id) {
        return new AccountReport(
                id,
                account.name(),
                account.identifier(),
                account.currency(),
                account.known() == null,
                account.rows(),
                amount(account.opening(), account.currency()),
                amount(account.closing(), account.currency()),
                account.reconciled());
    }

    private static @Nullable BigDecimal amount(@Nullable BigDecimal value, String currency) {
        return value == null ? null : Money.normalize(value, currency);
    }
}
