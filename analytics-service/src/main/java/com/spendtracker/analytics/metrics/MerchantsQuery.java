package com.spendtracker.analytics.metrics;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** How many merchants are asked for. */
record MerchantsQuery(
        @Parameter(
                description = "How many to answer at most",
                schema = @Schema(type = "integer", format = "int32", defaultValue = "10"))
        @Min(1)
        @Max(100)
        @Nullable
        Integer limit) {
    private static final int DEFAULT_LIMIT = 10;

    int most() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }
}
