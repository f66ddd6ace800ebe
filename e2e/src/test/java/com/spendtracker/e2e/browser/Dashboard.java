package com.spendtracker.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.spendtracker.e2e.stack.Filter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard, as a person uses and reads it. */
final class Dashboard {
    /** In one go, so that what is read was on the page at the same time. */
    private static final String READ = """
            () => {
              // What is far down the page is made when it is about to be seen.
              document.querySelector('[data-testid="transactions-place"]')?.scrollIntoView();
              const all = (id, marks) => [...document.querySelectorAll(`[data-testid="${id}"] ${marks}`)];
              const value = id => document.querySelector(`[data-testid="${id}"]`)?.dataset.value;
              const shown = {
                total: value('metric-total'),
                average: value('metric-average'),
                top: all('metric-top-categories', '[data-category]').map(m => [m.dataset.category, m.dataset.value]),
                bars: all('chart-categories', '[data-category]').map(m => [m.dataset.category, m.dataset.value]),
                donut: all('chart-donut', '[data-category]').map(m => [m.dataset.category, m.dataset.value]),
                line: all('chart-time', '[data-period]').map(m => [m.dataset.period, m.dataset.value]),
                count: value('transactions-count'),
                rows: all('transactions-table', 'tbody tr[data-id]').slice(0, %d).map(row => row.dataset.id),
              };
              return JSON.stringify(Object.values(shown).includes(undefined) ? null : shown);
            }""".formatted(Figures.FIRST_ROWS);

    private final Page page;

    Dashboard(Page page) {
        this.page = page;
    }

    Locator welcome() {
        return page.getByTestId("welcome");
    }

    Locator total() {
        return page.getByTestId("metric-total");
    }

    Locator average() {
        return page.getByTestId("metric-average");
    }

    Locator topCategories() {
        return page.getByTestId("metric-top-categories");
    }

    Locator transactionsTable() {
        return page.getByTestId("transactions-table");
    }

    Locator transactionsCount() {
        return page.getByTestId("transactions-count");
    }

    Locator category(String name) {
        return page.getByTestId("filter-category-" + name);
    }

    Locator start() {
        return page.getByTestId("filter-start");
    }

    Locator end() {
        return page.getByTestId("filter-end");
    }

    /** Types the filter's days. */
    void chooseDates(Filter filter) {
        start().fill(Objects.toString(filter.start(), ""));
        end().fill(Objects.toString(filter.end(), ""));
    }

    /** Presses the chips of these categories. */
    void toggleCategories(List<String> names) {
        unfold();
        names.forEach(name -> category(name).click());
    }

    /** On a phone all but the search and the periods is folded away. */
    private void unfold() {
        if (!start().isVisible()) {
            page.getByTestId("filters-fold").click();
        }
    }

    void choosePreset(String name) {
        page.getByTestId("filter-preset-" + name).click();
    }

    void chooseGranularity(String name) {
        page.getByTestId("granularity-" + name).click();
    }

    void clearFilters() {
        page.getByTestId("filters-clear").click();
    }

    /** Goes down to the transactions, which are made when they are about to be seen. */
    void showTransactions() {
        page.waitForCondition(() -> {
            page.evaluate("document.querySelector('[data-testid=\"transactions-place\"]')?.scrollIntoView()");
            return transactionsCount().isVisible();
        });
    }

    /** Scrolls the table so far that its last row is in it, and waits for that row. */
    void scrollToLastTransaction(long id) {
        Locator last = transactionsTable().locator("tr[data-id='" + id + "']");
        page.waitForCondition(() -> {
            page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
            return last.isVisible();
        });
    }

    void signOut() {
        page.getByTestId("sign-out").click();
    }

    /** Waits until the page shows these figures and no others, in every element. */
    void assertShows(Figures expected) {
        try {
            page.waitForCondition(() -> expected.equals(figures()));
        } catch (TimeoutError e) {
            assertThat(figures()).isEqualTo(expected);
            throw e;
        }
    }

    /** All that the page shows at this moment; null while something is still missing. */
    @Nullable
    Figures figures() {
        JsonNode shown = JsonMapper.shared().readTree(String.valueOf(page.evaluate(READ)));
        if (shown.isNull()) {
            return null;
        }
        return new Figures(
                amount(shown.required("total").stringValue()),
                amount(shown.required("average").stringValue()),
                amounts(shown.required("top")),
                amounts(shown.required("bars")),
                amounts(shown.required("donut")),
                amounts(shown.required("line")),
                Long.parseLong(shown.required("count").stringValue()),
                shown.required("rows").values().stream()
                        .map(id -> Long.valueOf(id.stringValue()))
                        .toList());
    }

    private static Map<String, BigDecimal> amounts(JsonNode marks) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        marks.forEach(mark ->
                amounts.put(mark.get(0).stringValue(), amount(mark.get(1).stringValue())));
        return amounts;
    }

    private static BigDecimal amount(String number) {
        return new BigDecimal(number).stripTrailingZeros();
    }
}
