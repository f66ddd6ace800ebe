package com.spendtracker.analytics.transaction;

import com.spendtracker.support.security.CurrentUser;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** The filter as it stands in a query string; snake_case lives here and nowhere else. */
public record TransactionQuery(
        @BindParam("start_date")
        @Parameter(name = "start_date", description = "The first day, inclusive", example = "2026-01-01")
        @Nullable
        LocalDate startDate,

        @BindParam("end_date")
        @Parameter(name = "end_date", description = "The last day, inclusive", example = "2026-12-31")
        @Nullable
        LocalDate endDate,

        @Parameter(
                description = "Names of categories, separated by commas, in any case; none means all,"
                        + " a name that does not exist matches nothing",
                example = "Groceries,Utilities",
                schema = @Schema(type = "string"))
        @Nullable
        List<String> categories,

        @Parameter(
                description = "Ids of accounts, separated by commas; none means all",
                example = "1,2",
                schema = @Schema(type = "string"))
        @Nullable
        List<Integer> accounts,

        @Parameter(description = "Only transactions of this kind", schema = @Schema(implementation = Kind.class))
        @Nullable
        String kind,

        @Parameter(description = "Part of the merchant or the description, in any case", example = "coffee") @Nullable
        String q,

        @BindParam("min_amount")
        @Parameter(
                name = "min_amount",
                description = "The least amount, without its sign, inclusive",
                example = "10.00")
        @Nullable
        BigDecimal minAmount,

        @BindParam("max_amount")
        @Parameter(
                name = "max_amount",
                description = "The largest amount, without its sign, inclusive",
                example = "99.99")
        @Nullable
        BigDecimal maxAmount,

        @BindParam("import_id")
        @Parameter(name = "import_id", description = "Only what this import stored", example = "7")
        @Nullable
        Integer importId,

        @Parameter(description = "Only transactions in this currency, three letters of ISO 4217", example = "EUR")
        @Nullable
        String currency,

        @Parameter(
                description = "Only transactions with this merchant, the whole name letter by letter;"
                        + " may be repeated, and any of them matches",
                array = @ArraySchema(schema = @Schema(type = "string")))
        @Nullable
        Merchants merchant,

        @Parameter(
                description = "Days of the week from 1 (Monday) to 7 (Sunday), separated by commas; none means all",
                example = "6,7",
                schema = @Schema(type = "string"))
        @Nullable
        List<Integer> weekdays,

        @Parameter(
                description = "Gross leaves refunds out, which are spending with a negative amount",
                schema = @Schema(implementation = Basis.class, defaultValue = "net"))
        @Nullable
        String basis) {

    /** The filter for this user's transactions; 400 if its parts don't fit together. */
    public TransactionFilter filterFor(CurrentUser user) {
        return TransactionFilter.of(user.id(), this);
    }
}
