package com.spendtracker.bankfiles;

import org.jspecify.annotations.Nullable;

/**
 * The end of what {@link StatementStart} began.
 *
 * @param opening what the account held before the first booking of the statement, if the file says it
 * @param closing what it held after the last
 */
public record StatementEnd(
        int line, @Nullable Balance opening, @Nullable Balance closing) implements Entry {}
