package com.spendtracker.analytics.transaction;

import com.spendtracker.support.security.CurrentUser;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
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
        List<String> categories) {

    /** The filter for this user's transactions; 400 if its parts don't fit together. */
    public TransactionFilter filterFor(CurrentUser user) {
        return TransactionFilter.of(user, startDate, endDate, categories == null ? List.of() : categories);
    }
}
