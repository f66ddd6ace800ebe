package com.spendtracker.analytics.transaction;

import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for. */
record PageQuery(
        @Parameter(
                description = "How many to leave out at the beginning",
                schema = @Schema(type = "integer", format = "int64", defaultValue = "0"))
        @Min(0)
        @Nullable
        Long skip,

        @Parameter(
                description = "How many to answer at most",
                schema = @Schema(type = "integer", format = "int32", defaultValue = "100"))
        @Min(1)
        @Max(1000)
        @Nullable
        Integer limit,

        @Parameter(
                description =
                        "Go on after an answer: its X-Next-Cursor, with the same filters and the same sort, and without"
                                + " skip. However far into a list, it takes no longer than its beginning")
        @Nullable
        String after) {
    private static final int DEFAULT_LIMIT = 100;

    /** The part that is asked for; 400 if it does not go with this order and filter. */
    Page page(Sort sort, TransactionFilter filter) {
        if (after != null && skip != null) {
            throw ProblemException.invalid("after", "can't be given with skip");
        }
        return new Page(
                skip == null ? 0 : skip,
                limit == null ? DEFAULT_LIMIT : limit,
                after == null ? null : Cursor.of(after, sort, filter));
    }

    /** A part of a list: {@code limit} rows after a place in it, or after the first {@code skip}. */
    record Page(long skip, int limit, @Nullable Cursor after) {}
}
