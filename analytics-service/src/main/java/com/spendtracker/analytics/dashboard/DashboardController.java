package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.transaction.TransactionQuery;
import com.spendtracker.support.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers all that the dashboard shows about a filter's spending. */
@RestController
@Tag(name = "Metrics")
class DashboardController {
    private final DashboardService dashboards;
    private final SelectDataVersion versions;

    DashboardController(DashboardService dashboards, SelectDataVersion versions) {
        this.dashboards = dashboards;
        this.versions = versions;
    }

    @GetMapping("/api/v1/dashboard")
    @Operation(
            operationId = "getDashboard",
            summary = "All figures of a filter's spending at once, beside those of an earlier range",
            description = "Only spending counts, net of refunds unless `basis` says otherwise, and only what is in the"
                    + " currency that most of the matching transactions carry. Send the answer's ETag as If-None-Match to"
                    + " be told by 304 that it has not changed.")
    @ApiResponse(responseCode = "200", description = "The figures")
    @ApiResponse(responseCode = "304", description = "They are those that the sent ETag belongs to", content = @Content)
    Mono<ResponseEntity<Dashboard>> dashboard(
            @AuthenticationPrincipal Jwt token,
            @ParameterObject TransactionQuery query,
            @ParameterObject DashboardQuery dashboardQuery,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        Question question = dashboardQuery.questionAbout(query.filterFor(CurrentUser.of(token)));
        // Before the figures are read: they may be newer than their tag says, never older.
        return versions.select(question.filter().owner())
                .map(question::tag)
                .flatMap(tag -> exchange.checkNotModified(tag)
                        ? Mono.empty()
                        : dashboards.dashboard(question).map(ResponseEntity.ok().eTag(tag)::body));
    }
}
