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
     * The numbers of columns, counted from 0; null for what the file does not have. Either {@code amount}, or
     * {@code debit} and {@code credit}, is there.
     *
     * @param amount one signed column, or an unsigned one whose direction {@code type} gives
     * @param debit money that left the account, whatever its sign
     * @param credit money that came
     * @param type a word that says whether it is a debit or a credit; only for an unsigned {@code amount}
     * @param description columns whose texts are joined in this order
     * @param reference the bank's own identifier of a booking
     * @param balance what the account held after the booking
     */
    public record Columns(
            int date,
            @Nullable Integer amount,
            @Nullable Integer debit,
            @Nullable Integer credit,
            @Nullable Integer type,
            @Nullable Integer currency,
            @Nullable Integer payee,
            List<Integer> description,
            @Nullable Integer category,
            @Nullable Integer account,
            @Nullable Integer reference,
            @Nullable Integer balance) {
        public Columns {
            description = List.copyOf(description);
        }
    }
}
