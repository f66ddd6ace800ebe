package com.spendtracker.bankfiles.csv;

import com.spendtracker.bankfiles.Booking;
import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.EntryReader;
import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.RejectedRow;
import com.spendtracker.bankfiles.TextEncoding;
import com.spendtracker.bankfiles.UnreadableFileException;
import com.spendtracker.bankfiles.csv.CsvMapping.Columns;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes bookings of rows. */
final class CsvEntryReader implements EntryReader {
    private static final Set<String> DEBIT_WORDS = Set.of(
            "d",
            "dr",
            "debit",
            "dbit",
            "soll",
            "s",
            "af",
            "débit",
            "débito",
            "debito",
            "debet",
            "cargo",
            "addebito",
            "dare",
            "uscita",
            "belastung",
            "lastschrift",
            "out",
            "outgoing",
            "expense",
            "withdrawal",
            "-");
    private static final Set<String> CREDIT_WORDS = Set.of(
            "c",
            "cr",
            "credit",
            "crdt",
            "haben",
            "h",
            "bij",
            "crédit",
            "crédito",
            "credito",
            "abono",
            "accredito",
            "avere",
            "entrata",
            "gutschrift",
            "in",
            "incoming",
            "income",
            "deposit",
            "+");

    private final CsvTokenizer rows;
    private final CsvMapping mapping;
    private final Columns columns;

    private CsvEntryReader(CsvTokenizer rows, CsvMapping mapping) {
        this.rows = rows;
        this.mapping = mapping;
        this.columns = mapping.columns();
    }

    static EntryReader open(FileContent content, CsvMapping mapping) throws IOException, UnreadableFileException {
        CsvTokenizer rows = new CsvTokenizer(
                TextEncoding.open(content, TextEncoding.named(mapping.encoding())),
                mapping.delimiter(),
                mapping.quote());
        rows.skipLines(mapping.skipLines());
        if (mapping.header()) {
            rows.next();
        }
        return new CsvEntryReader(rows, mapping);
    }

    @Override
    public @Nullable Entry next() throws IOException, UnreadableFileException {
        List<String> row = rows.next();
        while (row != null && isBlank(row)) {
            row = rows.next();
        }
        return row == null ? null : toEntry(row);
    }

    private Entry toEntry(List<String> row) {
        String dateText = cell(row, columns.dateColumn());
        LocalDate date = Dates.parse(dateText, mapping.dateOrder());
        if (date == null) {
            return reject(row, "date", "must be a date as " + pattern() + quoted(dateText));
        }
        String amountText = amountText(row);
        BigDecimal amount = amount(row);
        if (amount == null) {
            return reject(row, "amount", "must be a number with " + separator() + quoted(amountText));
        }
        if (!Amounts.fits(amount)) {
            return reject(row, "amount", "must have at most 15 digits and 4 decimals" + quoted(amountText));
        }
        if (amount.signum() > 0 && columns.typeColumn() != null && !isDirection(cell(row, columns.typeColumn()))) {
            return reject(
                    row,
                    "type",
                    "must say whether it is a debit or a credit" + quoted(cell(row, columns.typeColumn())));
        }
        return Booking.of(rows.rowLine(), date, mapping.inverted() ? amount.negate() : amount)
                .withCurrency(upper(optional(row, columns.currencyColumn())))
                .withReference(optional(row, columns.referenceColumn()))
                .withPayee(optional(row, columns.payeeColumn()))
                .withDescription(description(row))
                .withCategory(optional(row, columns.categoryColumn()));
    }

    private @Nullable BigDecimal amount(List<String> row) {
        if (columns.amountColumn() != null) {
            BigDecimal amount = parse(cell(row, columns.amountColumn()));
            return amount == null || columns.typeColumn() == null
                    ? amount
                    : directed(amount, cell(row, columns.typeColumn()));
        }
        BigDecimal debit = parse(optional(row, columns.debitColumn()));
        BigDecimal credit = parse(optional(row, columns.creditColumn()));
        boolean neither = debit == null && credit == null;
        if (neither || isBroken(row, columns.debitColumn(), debit) || isBroken(row, columns.creditColumn(), credit)) {
            return null;
        }
        BigDecimal out = debit == null ? BigDecimal.ZERO : debit.abs().negate();
        return credit == null ? out : out.add(credit.abs());
    }

    // A dash stands for nothing; digits that make no amount may not be passed over.
    private static boolean isBroken(List<String> row, @Nullable Integer column, @Nullable BigDecimal amount) {
        return amount == null && cell(row, column).chars().anyMatch(Character::isDigit);
    }

    static boolean isDirection(String word) {
        return isDebit(word) || CREDIT_WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isDebit(String word) {
        return DEBIT_WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    // A sign that is there counts more than a word.
    private static BigDecimal directed(BigDecimal amount, String type) {
        return amount.signum() > 0 && isDebit(type) ? amount.negate() : amount;
    }

    private @Nullable BigDecimal parse(@Nullable String text) {
        return text == null ? null : Amounts.parse(text, mapping.decimalSeparator());
    }

    private String amountText(List<String> row) {
        if (columns.amountColumn() != null) {
            return cell(row, columns.amountColumn());
        }
        return (cell(row, columns.debitColumn()) + " " + cell(row, columns.creditColumn())).strip();
    }

    private @Nullable String description(List<String> row) {
        StringBuilder joined = new StringBuilder();
        for (int column : columns.descriptionColumns()) {
            String text = unguarded(cell(row, column));
            if (!text.isEmpty() && joined.indexOf(text) < 0) {
                joined.append(joined.isEmpty() ? "" : " ").append(text);
            }
        }
        return joined.isEmpty() ? null : joined.toString();
    }

    private RejectedRow reject(List<String> row, String field, String reason) {
        return new RejectedRow(rows.rowLine(), field, reason, String.join(String.valueOf(mapping.delimiter()), row));
    }

    private String pattern() {
        return switch (mapping.dateOrder()) {
            case DMY -> "day, month, year";
            case MDY -> "month, day, year";
            case YMD -> "year, month, day";
        };
    }

    private String separator() {
        return mapping.decimalSeparator() == ',' ? "a decimal comma" : "a decimal point";
    }

    private static String quoted(String text) {
        return text.isEmpty() ? ", but is empty" : ", but is " + text.substring(0, Math.min(60, text.length()));
    }

    private static String cell(List<String> row, @Nullable Integer column) {
        return column == null || column < 0 || column >= row.size()
                ? ""
                : oneLine(row.get(column).strip());
    }

    private static String oneLine(String text) {
        return text.indexOf('\n') < 0 ? text : text.replaceAll("\\s*\\n\\s*", " ");
    }

    private static @Nullable String optional(List<String> row, @Nullable Integer column) {
        String text = unguarded(cell(row, column));
        return text.isEmpty() ? null : text;
    }

    // Programs that write CSV put an apostrophe before what a spreadsheet would take for a formula.
    private static String unguarded(String text) {
        boolean guarded = text.length() > 1 && text.charAt(0) == '\'' && "=+-@\t\r'".indexOf(text.charAt(1)) >= 0;
        return guarded ? text.substring(1) : text;
    }

    private static @Nullable String upper(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    static boolean isBlank(List<String> row) {
        return row.stream().allMatch(String::isBlank);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
