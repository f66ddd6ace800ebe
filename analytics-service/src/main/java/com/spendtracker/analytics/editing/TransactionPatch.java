package com.spendtracker.analytics.editing;

import com.spendtracker.analytics.transaction.Kind;
import com.spendtracker.analytics.transaction.Transaction;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about a transaction: what is left out stays, an empty text removes what was there.
 *
 * @param kind without an amount, the money keeps its direction: spending that came in is a refund
 */
record TransactionPatch(
        @Nullable BigDecimal amount,
        @Nullable String currency,

        @Schema(allowableValues = {"spending", "income", "transfer"}) @Nullable
        String kind,

        @Nullable String category,
        @Nullable String merchant,
        @Nullable String description,
        @Nullable LocalDate transactionDate,
        @Nullable String account) {

    /** The whole transaction as it would be. */
    TransactionRequest applyTo(Transaction old) {
        return new TransactionRequest(
                amount == null ? directed(old) : amount,
                currency == null ? old.currency() : currency,
                kind == null ? old.kind().text() : kind,
                category == null ? old.category() : category,
                merchant == null ? old.merchant() : merchant,
                description == null ? old.description() : description,
                transactionDate == null ? old.transactionDate() : transactionDate,
                account == null ? old.account() : account);
    }

    private BigDecimal directed(Transaction old) {
        boolean wasIncome = old.kind() == Kind.INCOME;
        boolean becomesIncome = kind == null ? wasIncome : Kind.INCOME.text().equals(kind);
        BigDecimal directed =
                wasIncome == becomesIncome ? old.amount() : old.amount().negate();
        if (becomesIncome && directed.signum() <= 0) {
            throw ProblemException.invalid("kind", "can't be income: this money left the account");
        }
        return directed;
    }
}
