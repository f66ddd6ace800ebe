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
 * @param signature the same for all files that one bank lays out alike, null for what is no CSV
 */
record BankFile(
        FileContent content,
        BankFormat format,
        @Nullable CsvMapping mapping,
        DateOrder dateOrder,
        List<CsvColumn> columns,
        List<Question> questions,
        @Nullable String signature) {

    /** Recognises a file; 422 if it can't be read. Reads it, so it blocks. */
    static BankFile recognise(FileContent content, ImportOptions options) {
        try {
            BankFormat format = FormatDetector.detect(content);
            return switch (format) {
                case CSV -> csv(content, options);
                case OFX, CAMT, MT940 -> new BankFile(content, format, null, DateOrder.YMD, List.of(), List.of(), null);
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
            return new BankFile(
                    content, BankFormat.CSV, chosen, chosen.dateOrder(), guess.columns(), List.of(), guess.signature());
        }
        CsvMapping mapping = guess.mapping();
        DateOrder order = options.dateOrder();
        BankFile file = new BankFile(
                content,
                BankFormat.CSV,
                mapping,
                mapping.dateOrder(),
                guess.columns(),
                guess.questions(),
                guess.signature());
        return order == null ? file : file.answered(order);
    }

    private BankFile answered(DateOrder order) {
        CsvMapping guessed = Objects.requireNonNull(mapping);
        return withMapping(
                understood(guessed, guessed, order, guessed.decimalSeparator()), without("date_order", questions));
    }

    /**
     * The same file, understood as its owner once confirmed for files of this layout. What this file itself proves, such as
     * a day beyond the twelfth, counts more.
     */
    BankFile remembered(CsvMapping preset) {
        CsvMapping guessed = Objects.requireNonNull(mapping);
        DateOrder order = isOpen("date_order") ? preset.dateOrder() : guessed.dateOrder();
        char separator = isOpen("decimal_separator") ? preset.decimalSeparator() : guessed.decimalSeparator();
        return withMapping(understood(guessed, preset, order, separator), List.of());
    }

    private boolean isOpen(String option) {
        return questions.stream().anyMatch(question -> question.option().equals(option));
    }

    // How a file is written differs from one to the next; what its columns mean does not.
    private static CsvMapping understood(CsvMapping written, CsvMapping meant, DateOrder order, char decimalSeparator) {
        return new CsvMapping(
                written.encoding(),
                written.delimiter(),
                written.quote(),
                written.skipLines(),
                written.header(),
                order,
                decimalSeparator,
                meant.inverted(),
                meant.columns());
    }

    private BankFile withMapping(CsvMapping other, List<Question> open) {
        return new BankFile(content, format, other, other.dateOrder(), columns, open, signature);
    }

    private static BankFile qif(FileContent content, ImportOptions options)
            throws IOException, UnreadableFileException {
        QifGuess guess = QifFile.examine(content);
        DateOrder order = options.dateOrder();
        return order == null
                ? new BankFile(content, BankFormat.QIF, null, guess.order(), List.of(), guess.questions(), null)
                : new BankFile(
                        content,
                        BankFormat.QIF,
                        null,
                        order,
                        List.of(),
                        without("date_order", guess.questions()),
                        null);
    }

    private static List<Question> without(String option, List<Question> questions) {
        return questions.stream()
                .filter(question -> !question.option().equals(option))
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
