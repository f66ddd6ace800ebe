package com.spendtracker.analytics.categorisation;

import com.spendtracker.analytics.transaction.Kind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction becomes by a rule.
 *
 * @param version of the transaction that was looked at
 */
record RuleChange(
        long id,
        int version,
        int categoryId,
        String category,
        Kind kind,
        @Nullable String merchant) {

    /** Takes the category that the rule sets, null if it sets none. */
    static RuleChange of(StoredMovement movement, Rule rule, @Nullable OwnersCategory category) {
        OwnersCategory chosen = movement.byHand() ? null : category;
        Kind asked = Kinds.asked(rule, movement.sign());
        return new RuleChange(
                movement.id(),
                movement.version(),
                chosen == null ? movement.categoryId() : chosen.id(),
                chosen == null ? movement.category() : chosen.name(),
                asked == null ? kindIn(chosen, movement) : asked,
                rule.merchant() == null ? movement.merchant() : rule.merchant());
    }

    boolean changes(StoredMovement movement) {
        return categoryId != movement.categoryId()
                || kind != movement.kind()
                || !Objects.equals(merchant, movement.merchant());
    }

    private static Kind kindIn(@Nullable OwnersCategory chosen, StoredMovement movement) {
        return chosen == null
                ? movement.kind()
                : Kinds.inCategory(chosen.starter(), movement.sign(), movement.text(), movement.kind());
    }
}
