package com.spendtracker.analytics.importing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of an imported file and what became of it.
 *
 * @param row its number among the rows of the file, counted from 1
 * @param line where it begins in the file, counted from 1
 * @param outcome new, duplicate or rejected
 * @param amount as it is stored: spending positive, a refund negative
 * @param equalsId the transaction that was there already
 * @param field what was wrong with a rejected row
 * @param excerpt a rejected row as it stands in the file
 */
record ImportRow(
        int row,
        int line,

        @Schema(allowableValues = {"new", "duplicate", "rejected"})
        String outcome,

        @Schema(
                types = {"string", "null"},
                format = "date")
        @Nullable
        LocalDate transactionDate,

        @Schema(types = {"number", "null"}) @Nullable BigDecimal amount,
        @Schema(types = {"string", "null"}) @Nullable String currency,
        @Schema(types = {"string", "null"}) @Nullable String kind,
        @Schema(types = {"string", "null"}) @Nullable String category,
        @Schema(types = {"string", "null"}) @Nullable String categorySource,
        @Schema(types = {"string", "null"}) @Nullable String merchant,
        @Schema(types = {"string", "null"}) @Nullable String description,

        @Schema(
                types = {"integer", "null"},
                format = "int64")
        @Nullable
        Long equalsId,

        @Schema(types = {"string", "null"}) @Nullable String field,
        @Schema(types = {"string", "null"}) @Nullable String reason,
        @Schema(types = {"string", "null"}) @Nullable String excerpt) {}
