package com.spendtracker.analytics.importing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.spendtracker.analytics.transaction.CurrencyCode;
import com.spendtracker.bankfiles.DateOrder;
import com.spendtracker.bankfiles.csv.CsvMapping;
import com.spendtracker.bankfiles.csv.CsvMapping.Columns;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the person who imports a file decides about it; all of it may be left out.
 *
 * @param account the name of the account, for files that name none; a new one is made if there is none of that name
 * @param currency ISO 4217, for files that do not say it
 * @param onRejected whether rejected rows are left out, or stop the import
 * @param keepDuplicates the numbers of rows to store although they are there already
 * @param dateOrder the order of day, month and year, where a file leaves it open
 * @param mapping how the columns of a CSV file are to be understood, instead of what is recognised
 */
record ImportOptions(
        @Nullable String account,
        @Nullable String currency,
        @Nullable OnRejected onRejected,
        @Nullable List<Integer> keepDuplicates,
        @Nullable DateOrder dateOrder,
        @Nullable CsvMapping mapping) {
    static final ImportOptions NONE = new ImportOptions(null, null, null, null, null, null);

    private static final int MAX_NAME = 100;

    ImportOptions {
        account = account == null || account.isBlank() ? null : account.strip();
        keepDuplicates = keepDuplicates == null ? List.of() : List.copyOf(keepDuplicates);
        if (account != null && (account.length() > MAX_NAME || account.chars().anyMatch(Character::isISOControl))) {
            throw ProblemException.invalid("account", "must be at most " + MAX_NAME + " plain characters");
        }
        currency = CurrencyCode.ofField(currency);
        requireWhole(mapping);
    }

    // What JSON leaves out arrives as null, whatever the type says.
    private static void requireWhole(@Nullable CsvMapping mapping) {
        if (mapping == null) {
            return;
        }
        if (isNull(mapping.encoding()) || isNull(mapping.dateOrder()) || isNull(mapping.columns())) {
            throw ProblemException.invalid("mapping", "must have encoding, date_order and columns");
        }
        Columns columns = mapping.columns();
        if (columns.amountColumn() == null && columns.debitColumn() == null && columns.creditColumn() == null) {
            throw ProblemException.invalid("mapping", "must have amount_column, or debit_column and credit_column");
        }
    }

    private static boolean isNull(@Nullable Object value) {
        return value == null;
    }

    boolean stopsOnRejected() {
        return onRejected == OnRejected.STOP;
    }

    /** Whether the sender says how the file is laid out, so that it need not be guessed or remembered. */
    boolean decidesLayout() {
        return mapping != null || dateOrder != null;
    }

    List<Integer> rowsToKeep() {
        return keepDuplicates == null ? List.of() : keepDuplicates;
    }

    /** What happens when a row can't be stored. */
    @Schema(enumAsRef = true)
    enum OnRejected {
        SKIP,
        STOP;

        @JsonCreator
        static OnRejected of(String text) {
            return switch (text) {
                case "skip" -> SKIP;
                case "stop" -> STOP;
                default -> throw ProblemException.invalid("on_rejected", "must be skip or stop");
            };
        }
    }
}
