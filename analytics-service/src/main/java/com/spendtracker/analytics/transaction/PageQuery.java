package com.spendtracker.analytics.transaction;

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
        Integer limit) {
    private static final int DEFAULT_LIMIT = 100;

    Page page() {
        return new Page(skip == null ? 0 : skip, limit == null ? DEFAULT_LIMIT : limit);
    }

    /** A part of a list: {@code limit} rows after the first {@code skip}. */
    record Page(long skip, int limit) {}
}
