package com.spendtracker.analytics.category;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A category of one user.
 *
 * @param parentId the category that it is a part of, null at the top
 * @param color as #rrggbb
 */
record Category(
        int id,
        @Schema(example = "Groceries") String name,
        @Schema(types = {"integer", "null"}) @Nullable Integer parentId,
        @Schema(example = "#2e7d32") String color) {}
