package com.spendtracker.bankfiles.csv;

import com.spendtracker.bankfiles.DateOrder;
import com.spendtracker.bankfiles.Question;
import com.spendtracker.bankfiles.csv.CsvMapping.Columns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all rows of a file together say about the order of its dates and the separator of its decimals. */
final class FileEvidence {
    private final Columns columns;
    private int dayFirst;
    private int monthFirst;
    private int points;
    private int commas;
    private boolean yearFirst;
    private @Nullable Place date;
    private @Nullable Place dayFirstDate;
    private @Nullable Place monthFirstDate;
    private @Nullable Place amount;

    FileEvidence(Columns columns) {
        this.columns = columns;
    }

    void add(List<String> row, int line) {
        addDate(SampleColumns.cell(row, columns.dateColumn()), line);
        addAmount(row, columns.amountColumn(), line);
        addAmount(row, columns.debitColumn(), line);
        addAmount(row, columns.creditColumn(), line);
        addAmount(row, columns.balanceColumn(), line);
    }

    private void addDate(String text, int line) {
        Dates.Parts parts = Dates.split(text);
        if (parts == null) {
            return;
        }
        if (!parts.isOrdered()) {
            yearFirst |= parts.namedMonth() < 0;
        } else if (parts.first() > 12 && parts.first() <= 31 && parts.second() <= 12) {
            dayFirst++;
            dayFirstDate = dayFirstDate == null ? new Place(text, line) : dayFirstDate;
        } else if (parts.second() > 12 && parts.second() <= 31 && parts.first() <= 12) {
            monthFirst++;
            monthFirstDate = monthFirstDate == null ? new Place(text, line) : monthFirstDate;
        } else if (date == null && parts.first() <= 12 && parts.second() <= 12) {
            date = new Place(text, line);
        }
    }

    private void addAmount(List<String> row, @Nullable Integer column, int line) {
        if (column == null) {
            return;
        }
        String text = SampleColumns.cell(row, column);
        switch (Amounts.evidence(text)) {
            case '.' -> points++;
            case ',' -> commas++;
            case '?' -> amount = amount == null ? new Place(text, line) : amount;
            default -> {}
        }
    }

    /** The decimal separator; {@code sampled} if no amount proves one. */
    char decimalSeparator(char sampled) {
        return points == commas ? sampled : commas > points ? ',' : '.';
    }

    /** What amounts leave open, null if nothing. */
    @Nullable
    Question decimalQuestion() {
        if (amount == null || points > 0 || commas > 0) {
            return null;
        }
        // Thousands are likelier than three decimals.
        List<String> choices = amount.text.indexOf(',') >= 0 ? List.of(".", ",") : List.of(",", ".");
        return new Question(
                "decimal_separator",
                choices,
                "Amounts such as " + amount + " can be read with thousands or with three decimals.");
    }

    /** The order of dates; {@code likely} if they leave it open. */
    DateOrder dateOrder(DateOrder likely) {
        if (dayFirst != monthFirst) {
            return dayFirst > monthFirst ? DateOrder.DMY : DateOrder.MDY;
        }
        if (date == null && dayFirst == 0) {
            return yearFirst ? DateOrder.YMD : DateOrder.DMY;
        }
        return likely;
    }

    /** What dates leave open, null if nothing. */
    @Nullable
    Question dateQuestion(DateOrder likely) {
        DateOrder first = dateOrder(likely);
        List<String> choices = first == DateOrder.MDY ? List.of("MDY", "DMY") : List.of("DMY", "MDY");
        if (dayFirstDate != null && monthFirstDate != null) {
            return new Question(
                    "date_order",
                    choices,
                    dayFirstDate + " has the day first and " + monthFirstDate + " the month, so one of them is wrong.");
        }
        if (date == null || dayFirst + monthFirst > 0) {
            return null;
        }
        return new Question(
                "date_order",
                choices,
                "No date in the file has a day after the twelfth, so " + date
                        + " can be read with the day or the month first.");
    }

    /** Whether a date in the file is written with dots. */
    boolean hasDots() {
        return date != null && date.text.indexOf('.') > 0;
    }

    /** A value and the line on which its row begins. */
    private record Place(String text, int line) {
        @Override
        public String toString() {
            return text + " in line " + line;
        }
    }
}
