package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure opens exactly the transactions behind it. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class DrillDownIT {
    @Test
    void periodWhenChosenByKeyboardThenTheRangeOfDays(Window window) {
        Page page = dashboard(window);
        Locator months = page.getByTestId("chart-time").locator("[data-period]");
        months.last().focus();
        page.keyboard().press("ArrowLeft");
        String sum = months.nth(months.count() - 2).getAttribute("data-value");
        page.keyboard().press("Enter");
        assertThat(total(page)).hasAttribute("data-value", sum);
        page.goBack();
        assertThat(total(page)).not().hasAttribute("data-value", sum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"total", "average", "count", "month"})
    void figureThenOpensTheTransactionsThatSumToTheTotal(String figure, Window window) {
        Page page = dashboard(window);
        String all = total(page).getAttribute("data-value");
        page.getByTestId("filter-preset-last-90-days").click();
        assertThat(total(page)).not().hasAttribute("data-value", all);
        String sum = total(page).getAttribute("data-value");
        String count = page.getByTestId("metric-count").getAttribute("data-value");

        page.getByTestId("drill-" + figure).click();

        assertThat(page.getByTestId("transactions-spent")).hasAttribute("data-value", sum);
        assertThat(page.getByTestId("transactions-count")).hasAttribute("data-value", count);
        assertThat(page.getByTestId("filter-kind")).hasValue("spending");
    }

    @Test
    void largestThenOpensTheTransactionOfThatAmount(Window window) {
        Page page = dashboard(window);
        String largest = page.getByTestId("metric-largest").getAttribute("data-value");

        page.getByTestId("drill-largest").click();

        assertThat(page.getByTestId("transactions-count")).hasAttribute("data-value", "1");
        assertThat(page.getByTestId("transactions-spent")).hasAttribute("data-value", largest);
    }

    @Test
    void topCategoryThenOpensTheTransactionsThatSumToIt(Window window) {
        Page page = dashboard(window);
        Locator second = page.getByTestId("metric-top-categories")
                .locator("[data-category]")
                .nth(1);
        String sum = second.getAttribute("data-value");

        second.locator("a").click();

        assertThat(page.getByTestId("transactions-spent")).hasAttribute("data-value", sum);
    }

    @ParameterizedTest
    @CsvSource({
        "chart-categories, 1",
        "chart-donut, 1",
        "chart-merchants, 1",
        "chart-time, 1",
        "chart-weekdays, 2",
        "chart-months, 1",
        "chart-calendar, 1",
    })
    void rowsOfAChartsTableThenOpenTheTransactionsThatSumToThem(String chart, int column, Window window) {
        Page page = dashboard(window);
        Sums.showAllCharts(page);
        Locator card = page.getByTestId(chart);
        card.locator("button[aria-pressed=false].button--icon").click();
        Locator row = card.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHas(page.locator("a")))
                .first();
        String sum = row.locator("th, td").nth(column).innerText();
        assertThat(row.locator("th, td").nth(column)).containsText(Pattern.compile("^-?\\$[\\d,]+\\.\\d{2}$"));

        row.locator("a").click();

        assertThat(page.getByTestId("transactions-spent")).containsText(sum);
        assertThat(page).hasTitle(Pattern.compile("Transactions"));
    }

    private static Page dashboard(Window window) {
        new SignInPage(window).open().signIn(DemoUser.JOHN);
        assertThat(window.page()
                        .getByTestId("chart-categories")
                        .locator("[data-category]")
                        .first())
                .isVisible();
        return window.page();
    }

    private static Locator total(Page page) {
        return new Dashboard(page).total();
    }
}
