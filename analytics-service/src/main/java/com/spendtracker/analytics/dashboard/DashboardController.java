package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.transaction.TransactionFilter;
import com.spendtracker.analytics.transaction.TransactionQuery;
import com.spendtracker.support.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Answers all that the dashboard shows about a filter's spending. */
@RestController
@Tag(name = "Metrics")
class DashboardController {
    private final DashboardService dashboards;

    DashboardController(DashboardService dashboards) {
        this.dashboards = dashboards;
    }

    @GetMapping("/api/v1/dashboard")
    @Operation(
            operationId = "getDashboard",
            summary = "All figures of a filter's spending at once, beside those of an earlier range",
            description = "Only spending counts, net of refunds unless `basis` says otherwise, and only what is in the"
                    + " currency that most of the matching transactions carry.")
    Mono<Dashboard> dashboard(
            @AuthenticationPrincipal Jwt token,
            @ParameterObject TransactionQuery query,
            @ParameterObject DashboardQuery dashboardQuery) {
        TransactionFilter filter = query.filterFor(CurrentUser.of(token));
        return dashboards.dashboard(dashboardQuery.questionAbout(filter));
    }
}
