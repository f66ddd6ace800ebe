package com.spendtracker.analytics.exporting;

import com.spendtracker.analytics.transaction.Kind;
import com.spendtracker.analytics.transaction.Transaction;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transactions as CSV (RFC 4180) that our own import reads back, and that a spreadsheet can't run. */
final class CsvText {
    static final String HEADER = "Date,Amount,Currency,Kind,Category,Payee,Description,Account\r\n";

    private static final String FORMULA = "=+-@\t\r'";

    private CsvText() {}

    /** Rows, each ended by a line break. */
    static String rows(List<Transaction> transactions) {
        StringBuilder text = new StringBuilder(transactions.size() * 100);
        for (Transaction transaction : transactions) {
            row(text, transaction);
        }
        return text.toString();
    }

    private static void row(StringBuilder text, Transaction t) {
        text.append(t.transactionDate())
                .append(',')
                .append(signed(t).toPlainString())
                .append(',')
                .append(t.currency())
                .append(',')
                .append(t.kind().text())
                .append(',');
        cell(text, t.category()).append(',');
        cell(text, t.merchant()).append(',');
        cell(text, t.description()).append(',');
        cell(text, t.account()).append("\r\n");
    }

    /** As a bank signs it: what comes is positive. */
    private static BigDecimal signed(Transaction t) {
        return t.kind() == Kind.INCOME ? t.amount() : t.amount().negate();
    }

    // A spreadsheet would take what begins like this for a formula. The apostrophe is taken off again by our import.
    private static StringBuilder cell(StringBuilder text, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return text;
        }
        String harmless = FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? text.append('"').append(harmless.replace("\"", "\"\"")).append('"') : text.append(harmless);
    }
}
