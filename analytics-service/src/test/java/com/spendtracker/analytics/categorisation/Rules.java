package com.spendtracker.analytics.categorisation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Makes rules for tests. */
record Rules(Rule build) {
    static Rules rule(
            int id,
            String field,
            String comparison,
            String pattern,
            @Nullable String category,
            @Nullable String merchant,
            @Nullable String kind) {
        return new Rules(new Rule(id, id, field, comparison, pattern, null, null, null, category, merchant, kind));
    }

    static Rule contains(int id, String pattern, @Nullable String category) {
        return rule(id, "any", "contains", pattern, category, null, null).build();
    }

    Rules between(String min, String max) {
        return new Rules(new Rule(
                build.id(),
                build.position(),
                build.field(),
                build.comparison(),
                build.pattern(),
                new BigDecimal(min),
                new BigDecimal(max),
                build.accountId(),
                build.category(),
                build.merchant(),
                build.kind()));
    }

    Rules inAccount(int account) {
        return new Rules(new Rule(
                build.id(),
                build.position(),
                build.field(),
                build.comparison(),
                build.pattern(),
                build.minAmount(),
                build.maxAmount(),
                account,
                build.category(),
                build.merchant(),
                build.kind()));
    }
}
