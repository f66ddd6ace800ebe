package com.spendtracker.bankfiles.csv;

import com.spendtracker.bankfiles.DateOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of one bank's CSV files are to be understood.
 *
 * @param encoding a charset's IANA name
 * @param delimiter what separates columns
 * @param quote what surrounds a column that holds a delimiter or a line break; it is doubled inside
 * @param skipLines how many physical lines come before the header, or before the first row if there is no header
 * @param header whether a line with the columns' names comes before the rows
 * @param dateOrder the order of day, month and year
 * @param decimalSeparator the character before the decimals: a point or a comma
 * @param inverted whether the file signs spending positive, as credit cards do
 * @param columns where each piece of a booking stands
 */
public record CsvMapping(
        String encoding,
        char delimiter,
        char quote,
        int skipLines,
        boolean header,
        DateOrder dateOrder,
        char decimalSeparator,
        boolean inverted,
        Columns columns) {

    /**
     * The numbers of columns, counted from 0; null for what the file does not have. Either {@code amountColumn} is there,
     * or at least one of {@code debitColumn} and {@code creditColumn}.
     *
     * @param amountColumn one signed column, or an unsigned one whose direction {@code typeColumn} gives
     * @param debitColumn money that left the account, whatever its sign
     * @param creditColumn money that came
     * @param typeColumn a word that says whether it is a debit or a credit; only for an unsigned {@code amountColumn}
     * @param descriptionColumns columns whose texts are joined in this order
     * @param referenceColumn the bank's own identifier of a booking
     * @param balanceColumn what the account held after the booking
     */
    public record Columns(
            int dateColumn,
            @Nullable Integer amountColumn,
            @Nullable Integer debitColumn,
            @Nullable Integer creditColumn,
            @Nullable Integer typeColumn,
            @Nullable Integer currencyColumn,
            @Nullable Integer payeeColumn,
            List<Integer> descriptionColumns,
            @Nullable Integer categoryColumn,
            @Nullable Integer accountColumn,
            @Nullable Integer referenceColumn,
            @Nullable Integer balanceColumn) {
        public Columns {
            descriptionColumns = List.copyOf(descriptionColumns);
        }
    }
}
