package com.spendtracker.analytics.categorisation;

import com.spendtracker.analytics.transaction.Kind;
import com.spendtracker.analytics.transaction.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would make of one transaction.
 *
 * @param amount as it is before
 */
record RuleEffect(
        long id,
        LocalDate transactionDate,
        @Schema(types = {"string", "null"}) @Nullable String merchant,
        @Schema(types = {"string", "null"}) @Nullable String description,
        BigDecimal amount,
        @Schema(example = "EUR") String currency,
        String categoryBefore,
        String categoryAfter,
        Kind kindBefore,
        Kind kindAfter,
        @Schema(types = {"string", "null"}) @Nullable String merchantBefore,
        @Schema(types = {"string", "null"}) @Nullable String merchantAfter) {

    static RuleEffect of(StoredMovement before, RuleChange after) {
        return new RuleEffect(
                before.id(),
                before.transactionDate(),
                before.merchant(),
                before.description(),
                Money.normalize(before.amount(), before.currency()),
                before.currency(),
                before.category(),
                after.category(),
                before.kind(),
                after.kind(),
                before.merchant(),
                after.merchant());
    }
}
