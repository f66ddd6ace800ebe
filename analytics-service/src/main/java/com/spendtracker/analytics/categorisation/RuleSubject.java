package com.spendtracker.analytics.categorisation;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What rules look at in a movement of money, made ready once for all of them.
 *
 * @param amount without its sign
 * @param lowerMerchant in lower case, for comparisons that aren't patterns
 */
record RuleSubject(
        @Nullable Integer accountId,
        BigDecimal amount,
        String merchant,
        String description,
        String lowerMerchant,
        String lowerDescription) {

    static RuleSubject of(
            @Nullable Integer accountId, BigDecimal amount, @Nullable String merchant, @Nullable String description) {
        String name = merchant == null ? "" : merchant;
        String text = description == null ? "" : description;
        return new RuleSubject(
                accountId, amount.abs(), name, text, name.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
    }
}
