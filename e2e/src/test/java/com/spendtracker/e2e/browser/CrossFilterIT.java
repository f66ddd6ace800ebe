package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A click on any mark of any chart makes all else follow, is said by a chip, and is taken back by it. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class CrossFilterIT {
    @ParameterizedTest
    @CsvSource({
        "chart-categories, [data-category], filter-category-",
        "chart-donut, [data-category], filter-category-",
        "chart-merchants, [data-category], chip-merchant-",
        "chart-time, [data-period], chip-range",
        "chart-weekdays, [data-weekday], chip-weekday-",
        "chart-months, '[data-month]:not([data-category])', chip-range",
        "chart-calendar, '[data-day][data-value]:not([data-value=\"0\"]):not([data-value=\"0.00\"])', chip-range",
    })
    void markWhenClickedThenAllElseFollowsUntilItsChipIsClicked(
            String chart, String marks, String chip, Window window) {
        Page page = dashboard(window);
        String all = value(total(page));
        Sums.assertAll(page, all);
        Locator mark = page.getByTestId(chart).locator(marks).first();
        String sum = value(mark);
        assertThat(sum).isNotEqualTo(all);

        mark.dispatchEvent("click"); // The middle of a slice's box is not on the slice.

        assertThat(total(page)).hasAttribute("data-value", sum);
        Sums.assertAll(page, sum);
        Locator chips = page.locator("[data-testid^='" + chip + "']:visible");
        Locator pressed = chip.startsWith("filter-")
                ? page.locator("[data-testid^='" + chip + "'][aria-pressed=true]:visible")
                : chips;
        assertThat(pressed).hasCount(1);
        pressed.click();
        assertThat(total(page)).hasAttribute("data-value", all);
        Sums.assertAll(page, all);
    }

    @Test
    void partOfAMonthWhenClickedThenItsDaysAndItsCategory(Window window) {
        Page page = dashboard(window);
        Locator part = page.getByTestId("chart-months")
                .locator("[data-month][data-category]")
                .first();
        String sum = value(part);
        String category = Objects.requireNonNull(part.getAttribute("data-category"));

        part.dispatchEvent("click");

        Sums.assertAll(page, sum);
        assertThat(page.getByTestId("chip-range")).isVisible();
        assertThat(page.getByTestId("filter-category-" + category)).hasAttribute("aria-pressed", "true");
    }

    @Test
    void lineWhenBrushedThenTheDaysBeneathTheBrush(Window window) {
        Page page = dashboard(window);
        List<BigDecimal> months = months(page);

        drag(page, 4, 8);
        page.mouse().up();

        Sums.assertAll(page, sum(months, 4, 8));
        assertThat(page).hasURL(Pattern.compile("\\?from=\\d{4}-\\d{2}-01&to="));
        page.goBack();
        Sums.assertAll(page, sum(months, 0, months.size() - 1));
    }

    @Test
    void lineWhenBrushedByKeysThenTheSameMonthsAsByHand(Window window) {
        Page page = dashboard(window);
        List<BigDecimal> months = months(page);
        int newest = months.size() - 1;

        point(page, newest).focus();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Shift+ArrowLeft");
        page.keyboard().press("Shift+ArrowLeft");
        page.keyboard().press("Enter");

        Sums.assertAll(page, sum(months, newest - 3, newest - 1));
    }

    @Test
    void brushWhenGivenUpThenNothingHasChanged(Window window) {
        Page page = dashboard(window);
        String all = value(total(page));

        drag(page, 4, 8);
        assertThat(page.getByTestId("chart-time")).containsText("5 months");
        page.keyboard().press("Escape");
        page.mouse().up();

        Sums.assertAll(page, all);
        assertThat(page).hasURL(Pattern.compile("/$"));
    }

    /** Everything at once, as an address that somebody else opens in a browser of their own. */
    @Test
    void addressWhenOpenedElsewhereThenTheSameDashboard(Window here, Window there) {
        Page page = dashboard(here);
        page.getByTestId("filter-preset-last-year").click();
        page.getByTestId("filter-category-" + DemoUser.JOHN.twoCategories().getFirst())
                .click();
        assertThat(page.getByTestId("chart-donut").locator("[data-category]")).hasCount(1);
        Locator tuesday = page.getByTestId("chart-weekdays").locator("[data-weekday='2']");
        Sums.assertAll(page, value(total(page)));
        String sum = value(tuesday);
        tuesday.dispatchEvent("click");
        page.getByTestId("granularity-week").click();
        page.getByTestId("moving-average").click();
        assertThat(page).hasURL(Pattern.compile("weekdays=2.*granularity=week&average=1"));
        Sums.assertAll(page, sum);

        Page other = there.page();
        other.navigate(page.url());
        new SignInPage(there).submit(DemoUser.JOHN.username(), DemoUser.PASSWORD);

        assertThat(total(other)).hasAttribute("data-value", sum);
        Sums.showAllCharts(other);
        Sums.assertAll(other, sum);
        assertThat(other).hasURL(page.url());
        assertThat(other.getByTestId("granularity-week")).hasAttribute("aria-pressed", "true");
        assertThat(other.getByTestId("moving-average")).hasAttribute("aria-pressed", "true");
        assertThat(other.getByTestId("chip-weekday-2")).isVisible();
    }

    private static Page dashboard(Window window) {
        new SignInPage(window).open().signIn(DemoUser.JOHN);
        Sums.showAllCharts(window.page());
        return window.page();
    }

    private static Locator point(Page page, int index) {
        return page.getByTestId("chart-time").locator("[data-period]").nth(index);
    }

    /** From one point of the line to another, at half the chart's height, without letting go. */
    private static void drag(Page page, int from, int to) {
        Locator chart = page.getByTestId("chart-time").locator("svg[role=group]");
        chart.scrollIntoViewIfNeeded();
        BoundingBox box = chart.boundingBox();
        double y = box.y + box.height / 2;
        page.mouse().move(middle(point(page, from).boundingBox()), y);
        page.mouse().down();
        page.mouse().move(middle(point(page, to).boundingBox()), y, new Mouse.MoveOptions().setSteps(5));
    }

    private static double middle(BoundingBox box) {
        return box.x + box.width / 2;
    }

    private static List<BigDecimal> months(Page page) {
        Locator points = page.getByTestId("chart-time").locator("[data-period]");
        return IntStream.range(0, points.count())
                .mapToObj(index -> new BigDecimal(value(points.nth(index))))
                .toList();
    }

    private static String sum(List<BigDecimal> months, int first, int last) {
        return months.subList(first, last + 1).stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    private static Locator total(Page page) {
        return new Dashboard(page).total();
    }

    private static String value(Locator mark) {
        return Objects.requireNonNull(mark.getAttribute("data-value"));
    }
}
