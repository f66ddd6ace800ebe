package com.spendtracker.analytics.categorisation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money as a bank wrote it.
 *
 * @param accountId the owner's account, null if it is a new one
 * @param signedAmount as the bank signs it: credit positive, debit negative
 * @param merchant the other side
 * @param bankCategory the category that the file gives it
 * @param transfer whether the file says that it is between accounts of the same owner
 */
public record Movement(
        @Nullable Integer accountId,
        BigDecimal signedAmount,
        @Nullable String merchant,
        @Nullable String description,
        @Nullable String bankCategory,
        boolean transfer) {

    int sign() {
        return signedAmount.signum();
    }

    /** All that the bank wrote about it. */
    String text() {
        return (merchant == null ? "" : merchant + " ") + (description == null ? "" : description);
    }
}
