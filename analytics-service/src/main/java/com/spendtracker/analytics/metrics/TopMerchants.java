package com.spendtracker.analytics.metrics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a filter's spending went, net of refunds, largest first; in the currency that most of the matching transactions
 * carry.
 *
 * @param currency ISO 4217, null where nothing matches
 * @param merchants without what names no merchant
 */
record TopMerchants(
        @Schema(
                types = {"string", "null"},
                example = "EUR")
        @Nullable
        String currency,

        List<MerchantTotal> merchants) {
    static final TopMerchants NONE = new TopMerchants(null, List.of());

    static TopMerchants of(String currency, Map<String, List<MerchantTotal>> byCurrency) {
        return new TopMerchants(currency, byCurrency.getOrDefault(currency, List.of()));
    }
}
