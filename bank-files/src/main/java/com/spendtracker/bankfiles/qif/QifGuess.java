package com.spendtracker.bankfiles.qif;

import com.spendtracker.bankfiles.DateOrder;
import com.spendtracker.bankfiles.Question;
import java.util.List;

/**
 * What a file shows of how it is written.
 *
 * @param order the only one that fits, or the likeliest
 * @param questions what the file leaves open; empty if the order is sure
 */
public record QifGuess(DateOrder order, List<Question> questions) {
    public QifGuess {
        questions = List.copyOf(questions);
    }
}
