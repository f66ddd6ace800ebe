package com.spendtracker.analytics.editing;

import com.spendtracker.analytics.transaction.CurrencyCode;
import com.spendtracker.analytics.transaction.Kind;
import com.spendtracker.analytics.transaction.Money;
import com.spendtracker.support.problem.Problem.InvalidField;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as its owner writes it.
 *
 * @param amount spending and transfers positive when money leaves, negative when it comes back; income positive
 * @param kind spending, income or transfer; spending if it is left out
 * @param category the name of a category that the owner has
 * @param account the name of an account that the owner has
 */
record TransactionRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "12.50") @Nullable
        BigDecimal amount,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "EUR") @Nullable
        String currency,

        @Schema(
                types = {"string", "null"},
                allowableValues = {"spending", "income", "transfer"})
        @Nullable
        String kind,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Groceries") @Nullable
        String category,

        @Schema(types = {"string", "null"}) @Nullable String merchant,
        @Schema(types = {"string", "null"}) @Nullable String description,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        LocalDate transactionDate,

        @Schema(types = {"string", "null"}) @Nullable String account) {
    static final int MAX_MERCHANT = 200;
    static final int MAX_DESCRIPTION = 1_000;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /** The same, complete; 400 naming every field that can't be stored. */
    Draft toDraft() {
        List<InvalidField> errors = new ArrayList<>();
        String code = currency == null ? "" : currency.strip().toUpperCase(Locale.ROOT);
        Kind chosen = kindOf(errors);
        if (amount == null || !Money.fits(amount)) {
            errors.add(new InvalidField("amount", Money.MUST));
        } else if (chosen == Kind.INCOME && amount.signum() <= 0) {
            errors.add(new InvalidField("amount", "of income must be positive"));
        }
        if (!CurrencyCode.isCode(code)) {
            errors.add(new InvalidField("currency", CurrencyCode.MUST));
        }
        if (category == null || category.isBlank()) {
            errors.add(new InvalidField("category", "is required"));
        }
        if (transactionDate == null || transactionDate.isBefore(EARLIEST) || transactionDate.isAfter(LATEST)) {
            errors.add(new InvalidField("transaction_date", "must be a date as YYYY-MM-DD from the year 1900"));
        }
        requirePlain(errors, "merchant", merchant, MAX_MERCHANT);
        requirePlain(errors, "description", description, MAX_DESCRIPTION);
        if (!errors.isEmpty() || amount == null || category == null || transactionDate == null) {
            throw ProblemException.invalid(errors);
        }
        return new Draft(
                amount,
                code,
                chosen,
                category.strip(),
                tidy(merchant),
                tidy(description),
                transactionDate,
                tidy(account));
    }

    private Kind kindOf(List<InvalidField> errors) {
        if (kind == null) {
            return Kind.SPENDING;
        }
        Kind named = Kind.named(kind);
        if (named == null) {
            errors.add(new InvalidField("kind", Kind.MUST));
            return Kind.SPENDING;
        }
        return named;
    }

    static void requirePlain(List<InvalidField> errors, String field, @Nullable String text, int length) {
        if (text != null && (text.length() > length || text.chars().anyMatch(Character::isISOControl))) {
            errors.add(new InvalidField(field, "must be at most " + length + " plain characters"));
        }
    }

    static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A transaction that can be stored, if its owner has the category and the account. */
    record Draft(
            BigDecimal amount,
            String currency,
            Kind kind,
            String category,
            @Nullable String merchant,
            @Nullable String description,
            LocalDate date,
            @Nullable String account) {}
}
