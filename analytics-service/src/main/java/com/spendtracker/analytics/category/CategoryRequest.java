package com.spendtracker.analytics.category;

import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A category as its owner writes it.
 *
 * @param name without a comma, which separates names in queries
 * @param color as #rrggbb; one that few others have is chosen if it is left out
 * @param parentId the category that it is a part of
 */
record CategoryRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Streaming") @Nullable
        String name,

        @Schema(
                types = {"string", "null"},
                example = "#7b1fa2")
        @Nullable
        String color,

        @Schema(
                types = {"integer", "null"},
                format = "int32")
        @Nullable
        Integer parentId) {
    private static final int MAX_NAME = 100;
    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");

    /** The name as it is stored; 400 if it can't be one. */
    String checkedName() {
        return checkedName(name);
    }

    /** The colour as it is stored, null if one is to be chosen; 400 if it is none. */
    @Nullable
    String checkedColor() {
        return color == null ? null : checkedColor(color);
    }

    static String checkedName(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw ProblemException.invalid("name", "is required");
        }
        String tidy = name.strip();
        if (tidy.length() > MAX_NAME || tidy.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid("name", "must be at most " + MAX_NAME + " plain characters");
        }
        if (tidy.contains(",")) {
            throw ProblemException.invalid("name", "must not contain a comma");
        }
        return tidy;
    }

    static String checkedColor(String color) {
        String lower = color.toLowerCase(Locale.ROOT);
        if (!COLOR.matcher(lower).matches()) {
            throw ProblemException.invalid("color", "must be a colour as #rrggbb");
        }
        return lower;
    }
}
