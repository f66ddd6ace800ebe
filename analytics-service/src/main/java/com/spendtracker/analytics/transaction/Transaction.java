package com.spendtracker.analytics.transaction;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money on a user's account.
 *
 * @param amount exact, in {@code currency}; spending and transfers are positive when money leaves, so negative spending is a refund
 * @param currency ISO 4217
 * @param category the name of its category
 * @param transactionDate the day on which the bank posted it
 * @param account the name of the account that it is on
 * @param categorySource why it has its category
 * @param ruleId the rule that gave it its category
 * @param learntFrom of how many choices its category was learnt
 * @param importId the import that brought it
 * @param splitOf the transaction that was split and that this is a part of; the first part has kept its id
 * @param version counts its changes; as an entity tag, it tells two editors of each other
 */
public record Transaction(
        long id,
        long userId,
        BigDecimal amount,
        @Schema(example = "EUR") String currency,
        Kind kind,
        @Schema(example = "Groceries") String category,
        @Schema(types = {"string", "null"}) @Nullable String merchant,
        @Schema(types = {"string", "null"}) @Nullable String description,
        LocalDate transactionDate,

        @Schema(
                types = {"string", "null"},
                example = "Everyday")
        @Nullable
        String account,

        @Schema(allowableValues = {"hand", "rule", "learnt", "known", "file", "transfer", "none"})
        String categorySource,

        @Schema(
                types = {"integer", "null"},
                format = "int32")
        @Nullable
        Integer ruleId,

        @Schema(
                types = {"integer", "null"},
                format = "int32")
        @Nullable
        Integer learntFrom,

        @Schema(
                types = {"integer", "null"},
                format = "int32")
        @Nullable
        Integer importId,

        @Schema(
                types = {"integer", "null"},
                format = "int64")
        @Nullable
        Long splitOf,

        int version) {}
