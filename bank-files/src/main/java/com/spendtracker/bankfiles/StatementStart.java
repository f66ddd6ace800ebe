package com.spendtracker.bankfiles;

/** From here on, bookings are of this account. A file that names no account has none of these. */
public record StatementStart(int line, AccountReference account) implements Entry {}
