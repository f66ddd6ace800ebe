package com.spendtracker.analytics.metrics;

import com.spendtracker.analytics.transaction.TransactionFilter;
import com.spendtracker.analytics.transaction.TransactionQuery;
import com.spendtracker.support.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Answers what transactions add up to. */
@RestController
@RequestMapping("/api/v1/transactions")
@Tag(name = "Metrics")
class MetricsController {

    private final SelectSpendingTotals totals;
    private final SelectPeriodTotals periods;
    private final SelectMainCurrency currency;
    private final SelectMerchantTotals merchants;

    MetricsController(
            SelectSpendingTotals totals,
            SelectPeriodTotals periods,
            SelectMainCurrency currency,
            SelectMerchantTotals merchants) {
        this.totals = totals;
        this.periods = periods;
        this.currency = currency;
        this.merchants = merchants;
    }

    @GetMapping("/metrics")
    @Operation(
            operationId = "getSpendingMetrics",
            summary = "Total, average and spending by category",
            description = "Net of refunds; income and transfers do not count.")
    Mono<SpendingMetrics> metrics(@AuthenticationPrincipal Jwt token, @ParameterObject TransactionQuery query) {
        return totals.select(query.filterFor(CurrentUser.of(token)))
                .collectList()
                .map(SpendingMetrics::of);
    }

    @GetMapping("/merchants")
    @Operation(
            operationId = "getTopMerchants",
            summary = "The merchants on whom most is spent",
            description = "Net of refunds, largest first.")
    Mono<TopMerchants> topMerchants(
            @AuthenticationPrincipal Jwt token,
            @ParameterObject TransactionQuery query,
            @ParameterObject @Valid MerchantsQuery merchantsQuery) {
        TransactionFilter filter = query.filterFor(CurrentUser.of(token));
        return currency.select(filter)
                .zipWith(merchants.selectByCurrency(filter, merchantsQuery.most()), TopMerchants::of)
                .defaultIfEmpty(TopMerchants.NONE);
    }

    @GetMapping("/time-series")
    @Operation(
            operationId = "getTimeSeries",
            summary = "Spending by day, week or month",
            description = "Ascending, with a zero for each period in which nothing was spent.")
    Mono<TimeSeries> timeSeries(
            @AuthenticationPrincipal Jwt token,
            @ParameterObject TransactionQuery query,
            @RequestParam(required = false)
                    @Parameter(schema = @Schema(implementation = Granularity.class, defaultValue = "month"))
                    @Nullable
                    String granularity) {
        TransactionFilter filter = query.filterFor(CurrentUser.of(token));
        Granularity length = Granularity.of(granularity);
        return periods.select(filter, length)
                .collectList()
                .map(totalsByPeriod -> TimeSeries.of(length, filter, totalsByPeriod));
    }
}
