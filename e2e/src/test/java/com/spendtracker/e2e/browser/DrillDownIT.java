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
import org.junit.jupiter.params.provider.ValueSource;

/** Every mark of a chart filters the page, and every figure opens exactly the transactions behind it. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class DrillDownIT {
    @ParameterizedTest
    @ValueSource(strings = {"chart-categories", "chart-donut"})
    void categoryWhenClickedInAChartThenEverythingIsAboutIt(String chart, Window window) {
        Page page = dashboard(window);
        Locator mark = page.getByTestId(chart).locator("[data-category]").first();
        String category = String.valueOf(mark.getAttribute("data-category"));
        String sum = String.valueOf(mark.getAttribute("data-value"));
        String all = total(page).getAttribute("data-value");

        // The middle of a slice's box is not on the slice.
        mark.dispatchEvent("click");
        assertThat(total(page)).hasAttribute("data-value", sum);
        assertThat(page).hasURL(Pattern.compile("\\?categories=" + category));
        assertThat(page.getByTestId("chart-donut").locator("[data-category]")).hasCount(1);
        assertThat(page.getByTestId("filter-category-" + category)).hasAttribute("aria-pressed", "true");

        page.getByTestId("filter-category-" + category).click();
        assertThat(total(page)).hasAttribute("data-value", all);
    }

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

    @Test
    void totalThenOpensTheTransactionsThatSumToIt(Window window) {
        Page page = dashboard(window);
        String all = total(page).getAttribute("data-value");
        page.getByTestId("filter-preset-last-90-days").click();
        assertThat(total(page)).not().hasAttribute("data-value", all);
        String sum = total(page).getAttribute("data-value");
        page.getByTestId("drill-total").click();
        assertThat(page.getByTestId("transactions-spent")).hasAttribute("data-value", sum);
        assertThat(page.getByTestId("filter-kind")).hasValue("spending");
    }

    @Test
    void rowsOfAChartsTableThenOpenTheTransactionsThatSumToThem(Window window) {
        Page page = dashboard(window);
        Locator chart = page.getByTestId("chart-categories");
        String sum = chart.locator("[data-category]").first().getAttribute("data-value");
        chart.locator("button[aria-pressed=false].button--icon").click();
        chart.locator("tbody a").first().click();
        assertThat(page.getByTestId("transactions-spent")).hasAttribute("data-value", sum);
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
