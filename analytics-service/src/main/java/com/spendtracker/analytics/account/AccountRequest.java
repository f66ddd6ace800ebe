package com.spendtracker.analytics.account;

import com.spendtracker.analytics.transaction.CurrencyCode;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner writes it. In a change, what is left out stays, and an empty currency removes it.
 *
 * @param currency ISO 4217
 */
record AccountRequest(
        @Schema(example = "Everyday") @Nullable String name,
        @Schema(example = "EUR") @Nullable String currency) {
    private static final int MAX_NAME = 100;

    /** The name as it is stored; 400 if it can't be one. */
    String checkedName() {
        if (name == null || name.isBlank()) {
            throw ProblemException.invalid("name", "is required");
        }
        String tidy = name.strip();
        if (tidy.length() > MAX_NAME || tidy.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid("name", "must be at most " + MAX_NAME + " plain characters");
        }
        return tidy;
    }

    /** The code as it is stored, null for none; 400 if it is not one. */
    @Nullable
    String checkedCurrency() {
        return CurrencyCode.ofField(currency);
    }

    /** The whole account as it would be; 400 naming what can't be stored. */
    Account applyTo(Account old) {
        return new Account(
                old.id(),
                name == null ? old.name() : checkedName(),
                old.identifier(),
                currency == null ? old.currency() : checkedCurrency(),
                old.transactions(),
                old.lastDate());
    }
}
