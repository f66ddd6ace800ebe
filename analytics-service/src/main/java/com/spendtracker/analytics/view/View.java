package com.spendtracker.analytics.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A view of the dashboard that its owner has saved.
 *
 * @param query the query of the page's address, without the question mark; only the page knows what it means
 * @param isDefault whether the dashboard opens with it; at most one of an owner's views is
 */
record View(
        int id,
        @Schema(example = "Food at home") String name,

        @Schema(example = "from=2026-01-01&categories=Groceries")
        String query,

        @JsonProperty("is_default") boolean isDefault) {}
