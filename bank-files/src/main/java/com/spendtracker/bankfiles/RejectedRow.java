package com.spendtracker.bankfiles;

import org.jspecify.annotations.Nullable;

/**
 * A row that can't be a booking; the others of its file still can.
 *
 * @param field what was wrong in it: date, amount, currency, …; null if it is the row as a whole
 * @param reason why, as a clause that follows the field's name: "must be a date as dd.MM.yyyy: 31.02.2026"
 * @param excerpt the row as it stands in the file, at most {@value #MAX_EXCERPT} characters of it
 */
public record RejectedRow(int line, @Nullable String field, String reason, String excerpt) implements Entry {
    public static final int MAX_EXCERPT = 500;

    public RejectedRow {
        excerpt = excerpt.length() <= MAX_EXCERPT ? excerpt : excerpt.substring(0, MAX_EXCERPT - 1) + "…";
    }
}
