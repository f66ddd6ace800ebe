package com.spendtracker.analytics.categorisation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants done to the transactions that match; the first rule that matches counts.
 *
 * @param position rules are tried in ascending order
 * @param field where the pattern is looked for
 * @param comparison how, always without regard to case; {@code matches} takes a regular expression (RE2)
 * @param minAmount compared, inclusively, with the amount without its sign
 * @param accountId only transactions of this account
 * @param category the name of the category to set
 */
record Rule(
        int id,
        int position,

        @Schema(allowableValues = {"any", "merchant", "description"})
        String field,

        @Schema(allowableValues = {"contains", "equals", "matches"})
        String comparison,

        @Schema(example = "corner shop") String pattern,
        @Schema(types = {"number", "null"}) @Nullable BigDecimal minAmount,
        @Schema(types = {"number", "null"}) @Nullable BigDecimal maxAmount,
        @Schema(types = {"integer", "null"}) @Nullable Integer accountId,
        @Schema(types = {"string", "null"}) @Nullable String category,
        @Schema(types = {"string", "null"}) @Nullable String merchant,

        @Schema(
                types = {"string", "null"},
                description = "spending, income or transfer")
        @Nullable
        String kind) {}
