package com.spendtracker.analytics.importing;

import com.spendtracker.bankfiles.BankFormat;
import com.spendtracker.bankfiles.DateOrder;
import com.spendtracker.bankfiles.EntryReader;
import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.FormatDetector;
import com.spendtracker.bankfiles.Question;
import com.spendtracker.bankfiles.UnreadableFileException;
import com.spendtracker.bankfiles.camt.CamtFile;
import com.spendtracker.bankfiles.csv.CsvColumn;
import com.spendtracker.bankfiles.csv.CsvFile;
import com.spendtracker.bankfiles.csv.CsvGuess;
import com.spendtracker.bankfiles.csv.CsvMapping;
import com.spendtracker.bankfiles.mt940.Mt940File;
import com.spendtracker.bankfiles.ofx.OfxFile;
import com.spendtracker.bankfiles.qif.QifFile;
import com.spendtracker.bankfiles.qif.QifGuess;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file whose format is known and which can be read.
 *
 * @param mapping how its columns are understood, null for what is no CSV
 * @param columns what it has in its columns, empty for what is no CSV
 * @param questions what it leaves open and nobody has answered
 */
record BankFile(
        FileContent content,
        BankFormat format,
        @Nullable CsvMapping mapping,
        DateOrder dateOrder,
        List<CsvColumn> columns,
        List<Question> questions) {

    /** Recognises a file; 422 if it can't be read. Reads it, so it blocks. */
    static BankFile recognise(FileContent content, ImportOptions options) {
        try {
            BankFormat format = FormatDetector.detect(content);
            return switch (format) {
                case CSV -> csv(content, options);
                case OFX, CAMT, MT940 -> new BankFile(content, format, null, DateOrder.YMD, List.of(), List.of());
                case QIF -> qif(content, options);
            };
        } catch (UnreadableFileException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BankFile csv(FileContent content, ImportOptions options)
            throws IOException, UnreadableFileException {
        CsvGuess guess = CsvFile.examine(content);
        CsvMapping chosen = options.mapping();
        if (chosen != null) {
            return new BankFile(content, BankFormat.CSV, chosen, chosen.dateOrder(), guess.columns(), List.of());
        }
        CsvMapping mapping = guess.mapping();
        DateOrder order = options.dateOrder();
        if (order == null) {
            return new BankFile(
                    content, BankFormat.CSV, mapping, mapping.dateOrder(), guess.columns(), guess.questions());
        }
        CsvMapping ordered = new CsvMapping(
                mapping.encoding(),
                mapping.delimiter(),
                mapping.quote(),
                mapping.skipLines(),
                mapping.header(),
                order,
                mapping.decimalSeparator(),
                mapping.inverted(),
                mapping.columns());
        return new BankFile(
                content, BankFormat.CSV, ordered, order, guess.columns(), withoutDateOrder(guess.questions()));
    }

    private static BankFile qif(FileContent content, ImportOptions options)
            throws IOException, UnreadableFileException {
        QifGuess guess = QifFile.examine(content);
        DateOrder order = options.dateOrder();
        return order == null
                ? new BankFile(content, BankFormat.QIF, null, guess.order(), List.of(), guess.questions())
                : new BankFile(content, BankFormat.QIF, null, order, List.of(), withoutDateOrder(guess.questions()));
    }

    private static List<Question> withoutDateOrder(List<Question> questions) {
        return questions.stream()
                .filter(question -> !question.option().equals("date_order"))
                .toList();
    }

    EntryReader open() throws IOException, UnreadableFileException {
        return switch (format) {
            case CSV -> CsvFile.open(content, Objects.requireNonNull(mapping));
            case OFX -> OfxFile.open(content);
            case QIF -> QifFile.open(content, dateOrder);
            case CAMT -> CamtFile.open(content);
            case MT940 -> Mt940File.open(content);
        };
    }

    static ProblemException unreadable(UnreadableFileException e) {
        return ProblemException.of(ProblemType.UNREADABLE_FILE, String.valueOf(e.getMessage()));
    }
}
