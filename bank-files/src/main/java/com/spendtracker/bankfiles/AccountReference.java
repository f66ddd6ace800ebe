package com.spendtracker.bankfiles;

import org.jspecify.annotations.Nullable;

/**
 * How a file names an account.
 *
 * @param identifier what tells it from all others, as written by the bank without spaces: an IBAN, or bank and account
 *     number separated by a slash
 * @param name what its owner or bank calls it
 * @param currency ISO 4217
 */
public record AccountReference(
        @Nullable String identifier,
        @Nullable String name,
        @Nullable String currency) {}
