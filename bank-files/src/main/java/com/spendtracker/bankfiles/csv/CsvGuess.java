package com.spendtracker.bankfiles.csv;

import com.spendtracker.bankfiles.Question;
import java.util.List;

/**
 * How a file is probably to be understood.
 *
 * @param columns all columns of the file, in its order
 * @param questions what the file leaves open; {@code mapping} holds the first choice of each
 * @param signature the same for all files that one bank lays out alike
 */
public record CsvGuess(CsvMapping mapping, List<CsvColumn> columns, List<Question> questions, String signature) {
    public CsvGuess {
        columns = List.copyOf(columns);
        questions = List.copyOf(questions);
    }
}
