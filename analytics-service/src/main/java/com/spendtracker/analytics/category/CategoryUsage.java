package com.spendtracker.analytics.category;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What depends on a category.
 *
 * @param transactions how many are in it
 * @param rules how many put something into it
 * @param starter which of the categories that everybody begins with it is, however it is called by now
 */
record CategoryUsage(
        int id,
        long transactions,
        long rules,

        @Schema(
                types = {"string", "null"},
                example = "groceries")
        @Nullable
        String starter) {

    boolean isNone() {
        return transactions == 0 && rules == 0;
    }
}
