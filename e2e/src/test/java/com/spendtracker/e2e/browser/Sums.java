package com.spendtracker.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the marks of each chart of a dashboard add up to, which is the total of all of them wherever nothing is left out. */
final class Sums {
    /**
     * In one go, so that what is read was on the page at the same time. Merchants are only those with the most, and the
     * calendar without a range is the last year.
     */
    private static final String READ = """
            () => {
              const values = (id, marks) => [...document.querySelectorAll(`[data-testid="${id}"] ${marks}`)].map(m => m.dataset.value);
              return JSON.stringify({
                'metric-total': [document.querySelector('[data-testid="metric-total"]')?.dataset.value ?? 'none'],
                'chart-time': values('chart-time', '[data-period]'),
                'chart-categories': values('chart-categories', '[data-category]'),
                'chart-weekdays': values('chart-weekdays', '[data-weekday]'),
                'chart-months': values('chart-months', '[data-month]:not([data-category])'),
                'parts of chart-months': values('chart-months', '[data-month][data-category]'),
                ...(location.search.includes('from=') && { 'chart-calendar': values('chart-calendar', '[data-day]').filter(value => value !== undefined) }),
              });
            }""";

    private Sums() {}

    /** Puts the charts below the fold on the page, which are made when they are about to be seen. */
    static void showAllCharts(Page page) {
        page.waitForCondition(() -> {
            page.evaluate("document.querySelector('[data-testid=\"more-charts\"]')?.scrollIntoView()");
            return page.getByTestId("chart-calendar").locator("[data-day]").count() > 0;
        });
        page.evaluate("scrollTo(0, 0)");
    }

    /** Waits until every chart adds up to this amount. */
    static void assertAll(Page page, String total) {
        BigDecimal expected = new BigDecimal(total).stripTrailingZeros();
        try {
            page.waitForCondition(() -> read(page).values().stream().allMatch(expected::equals));
        } catch (TimeoutError e) {
            assertThat(read(page))
                    .allSatisfy((chart, sum) -> assertThat(sum).as(chart).isEqualTo(expected));
            throw e;
        }
    }

    private static Map<String, BigDecimal> read(Page page) {
        JsonNode charts = JsonMapper.shared().readTree(String.valueOf(page.evaluate(READ)));
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        charts.properties()
                .forEach(chart -> sums.put(
                        chart.getKey(),
                        chart.getValue().values().stream()
                                .map(JsonNode::stringValue)
                                .filter(value -> !value.equals("none"))
                                .map(BigDecimal::new)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .stripTrailingZeros()));
        return sums;
    }
}
