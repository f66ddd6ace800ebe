package com.spendtracker.bankfiles.qif;

import com.spendtracker.bankfiles.DateOrder;
import com.spendtracker.bankfiles.EntryReader;
import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.IOException;

/** Opens Quicken Interchange Format files. */
public final class QifFile {
    private QifFile() {}

    /**
     * Reads the whole file for the order of its dates.
     *
     * @throws UnreadableFileException if it is not QIF
     */
    public static QifGuess examine(FileContent content) throws IOException, UnreadableFileException {
        var dates = new QifDates();
        try (var lines = QifLines.open(content)) {
            boolean spending = false;
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (QifReader.isSection(line)) {
                    spending = QifReader.isSpending(line);
                } else if (spending && line.startsWith("D")) {
                    dates.see(line.substring(1), lines.number());
                }
            }
        }
        return dates.guess();
    }

    /** A reader at the beginning of the file, to be closed by the caller. */
    public static EntryReader open(FileContent content, DateOrder order) throws IOException, UnreadableFileException {
        return new QifReader(QifLines.open(content), order);
    }
}
