package com.spendtracker.bankfiles.csv;

import com.spendtracker.bankfiles.EntryReader;
import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.IOException;

/** Reads CSV files (RFC 4180, and what banks make of it). */
public final class CsvFile {
    private CsvFile() {}

    /**
     * Works out how a file is to be understood. Reads all of it, as one day beyond the twelfth decides the order of dates.
     *
     * @throws UnreadableFileException if there are no rows with a date and an amount
     */
    public static CsvGuess examine(FileContent content) throws IOException, UnreadableFileException {
        return new CsvExaminer(content).examine();
    }

    /** The bookings of a file that is understood like this. */
    public static EntryReader open(FileContent content, CsvMapping mapping)
            throws IOException, UnreadableFileException {
        return CsvEntryReader.open(content, mapping);
    }
}
