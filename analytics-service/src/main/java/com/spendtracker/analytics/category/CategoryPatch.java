package com.spendtracker.analytics.category;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about a category; what is left out stays.
 *
 * @param parentId the category that it becomes a part of, 0 for none
 */
record CategoryPatch(
        @Nullable String name,

        @Schema(example = "#7b1fa2") @Nullable String color,
        @Schema(format = "int32") @Nullable Integer parentId) {
    private static final int NONE = 0;

    /** The whole category as it would be; 400 naming what can't be stored. */
    Category applyTo(Category old) {
        return new Category(
                old.id(),
                name == null ? old.name() : CategoryRequest.checkedName(name),
                parentId == null ? old.parentId() : chosenParent(parentId),
                color == null ? old.color() : CategoryRequest.checkedColor(color));
    }

    private static @Nullable Integer chosenParent(int parentId) {
        return parentId == NONE ? null : Integer.valueOf(parentId);
    }
}
