package com.spendtracker.bankfiles;

/** What a reader finds in a file, in the file's order. */
public sealed interface Entry permits StatementStart, Booking, RejectedRow, Remark, StatementEnd {
    /** The line in the file where it begins, counted from 1. */
    int line();
}
