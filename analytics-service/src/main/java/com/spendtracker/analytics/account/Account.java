package com.spendtracker.analytics.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account of one user.
 *
 * @param identifier how bank files name it: an IBAN, or bank and account number
 * @param currency ISO 4217, for files that do not say it
 * @param transactions how many are on it
 * @param lastDate the day of the latest of them
 */
record Account(
        int id,
        @Schema(example = "Everyday") String name,
        @Schema(types = {"string", "null"}) @Nullable String identifier,

        @Schema(
                types = {"string", "null"},
                example = "EUR")
        @Nullable
        String currency,

        long transactions,

        @Schema(
                types = {"string", "null"},
                format = "date")
        @Nullable
        LocalDate lastDate) {}
