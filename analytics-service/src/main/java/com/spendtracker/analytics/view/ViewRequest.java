package com.spendtracker.analytics.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A view as its owner writes it; {@link View} says what its parts mean.
 *
 * @param isDefault false if it is left out
 */
record ViewRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Food at home") @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "from=2026-01-01&categories=Groceries") @Nullable
        String query,

        @JsonProperty("is_default") @Nullable Boolean isDefault) {
    private static final int MAX_NAME = 100;
    private static final int MAX_QUERY = 4_000;

    /** The view that this asks for; 400 naming the part that can't be. */
    View toView(int id) {
        return new View(id, checkedName(), checkedQuery(), Boolean.TRUE.equals(isDefault));
    }

    private String checkedName() {
        if (name == null || name.isBlank()) {
            throw ProblemException.invalid("name", "is required");
        }
        String tidy = name.strip();
        if (!isPlain(tidy, MAX_NAME)) {
            throw ProblemException.invalid("name", "must be at most " + MAX_NAME + " plain characters");
        }
        return tidy;
    }

    private String checkedQuery() {
        if (query == null) {
            throw ProblemException.invalid("query", "is required; an empty one is the dashboard without filters");
        }
        if (!isPlain(query, MAX_QUERY)) {
            throw ProblemException.invalid("query", "must be at most " + MAX_QUERY + " plain characters");
        }
        return query;
    }

    private static boolean isPlain(String text, int maxLength) {
        return text.length() <= maxLength && text.chars().noneMatch(Character::isISOControl);
    }
}
