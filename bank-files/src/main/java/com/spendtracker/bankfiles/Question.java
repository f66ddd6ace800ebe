package com.spendtracker.bankfiles;

import java.util.List;

/**
 * Something that a file leaves open and that changes what it means, for its owner to decide.
 *
 * @param option which option answers it: {@code date_order}, {@code decimal_separator}, …
 * @param choices the values that the file allows, the likeliest first
 * @param why what in the file leaves it open, with an example from it
 */
public record Question(String option, List<String> choices, String why) {
    public Question {
        choices = List.copyOf(choices);
    }
}
