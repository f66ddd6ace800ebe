package com.spendtracker.analytics.categorisation;

import com.spendtracker.analytics.transaction.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Where a movement of money belongs, and why.
 *
 * @param merchant a name that a person recognises
 * @param source why: rule, learnt, known, file, transfer or none
 * @param ruleId the rule that decided on the category, null if none did
 * @param learntFrom how many choices of its owner it was learnt from
 */
public record Categorisation(
        int categoryId,
        Kind kind,
        @Nullable String merchant,
        String source,
        @Nullable Integer ruleId,
        @Nullable Integer learntFrom) {}
