package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One bar filters the dashboard and the list, and the address holds all of it. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class FiltersIT {
    /** Two Mondays, a Tuesday and a Saturday. */
    private static final String STATEMENT = """
            2026-03-02,Ferry,-30.00
            2026-03-03,Lidl,-12.34
            2026-03-09,"Brand, Inc.",-10.00
            2026-03-14,Ferry,-5.00
            """;

    private static final String EVERYTHING = "/?from=2026-03-01&to=2026-03-20&merchant=Ferry&merchant=Brand+Inc."
            + "&q=r&min=1&max=100&weekdays=1,6&basis=gross";
    private static final int[] WIDTHS = {320, 390, 599, 600, 768, 1099, 1100, 1440, 2560};

    @Test
    void addressWithEveryFilterThenFiltersAndEachChipTakesOneAway(Window window) {
        Page page = withStatement(window);
        page.navigate(EVERYTHING);
        assertTotal(page, "45.00");
        chip(page, "merchant-Ferry").click();
        assertTotal(page, "10.00");
        assertThat(chip(page, "merchant-Brand Inc.")).isFocused();
        page.keyboard().press("Delete");
        assertTotal(page, "45.00");
        chip(page, "weekday-6").click();
        assertTotal(page, "40.00");
        chip(page, "text").click();
        chip(page, "amount").click();
        chip(page, "basis").click();
        assertThat(page).hasURL(Pattern.compile("/\\?from=2026-03-01&to=2026-03-20&weekdays=1$"));
        chip(page, "range").click();
        chip(page, "weekday-1").press("Backspace");
        assertTotal(page, "57.34");
        assertThat(page).hasURL(Pattern.compile("/$"));
    }

    @Test
    void filtersWhenClearedThenTheWayBackBringsThemBack(Window window) {
        Page page = withStatement(window);
        page.navigate("/?merchant=Ferry&weekdays=6");
        assertTotal(page, "5.00");
        page.getByTestId("filters-clear").click();
        assertTotal(page, "57.34");
        page.goBack();
        assertTotal(page, "5.00");
        assertThat(chip(page, "weekday-6")).isVisible();
    }

    @Test
    void searchWhenTypedThenFollowsAndIsOneStepBack(Window window) {
        Page page = withStatement(window);
        page.getByTestId("nav-dashboard").click();
        assertTotal(page, "57.34");
        page.keyboard().press("/");
        page.keyboard().type("bran", slowly());
        assertTotal(page, "10.00");
        page.keyboard().type("d i", slowly());
        assertThat(page).hasURL(Pattern.compile("\\?q=brand(\\+|%20)i$"));
        page.goBack();
        assertTotal(page, "57.34");
    }

    @Test
    void figureThenOpensTheListWithAllFiltersAndTheSameSum(Window window) {
        Page page = withStatement(window);
        page.navigate(EVERYTHING);
        assertTotal(page, "45.00");
        page.getByTestId("drill-total").click();
        assertThat(page.getByTestId("transactions-spent")).hasAttribute("data-value", "45.00");
        for (String id :
                new String[] {"merchant-Brand Inc.", "weekday-6", "amount", "text", "basis", "range", "kind"}) {
            assertThat(chip(page, id)).isVisible();
        }
        page.reload();
        assertThat(page.getByTestId("transactions-count")).hasAttribute("data-value", "3");
    }

    @Test
    void calendarWhenUsedByKeysThenTheRangeOfDays(Window window) {
        Page page = withStatement(window);
        page.navigate("/?from=2026-03-01&to=2026-03-20");
        assertTotal(page, "57.34");
        page.getByTestId("filter-calendar").focus();
        page.keyboard().press("Enter");
        Locator calendar = page.getByTestId("calendar");
        day(calendar, "2026-03-02").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(calendar).isHidden();
        assertThat(page.getByTestId("filter-calendar")).isFocused();
        assertThat(page).hasURL(Pattern.compile("\\?from=2026-03-02&to=2026-03-09$"));
        assertTotal(page, "52.34");

        page.getByTestId("filter-calendar").click();
        page.keyboard().press("Escape");
        assertThat(calendar).isHidden();
        assertThat(page.getByTestId("filter-start")).hasValue("2026-03-02");
    }

    @Test
    void barWhenWindowIsOfAnyWidthThenNothingSticksOut(Window window) {
        Page page = withStatement(window);
        page.navigate(EVERYTHING);
        assertTotal(page, "45.00");
        page.getByTestId("filters-fold").click();
        page.getByTestId("filter-calendar").click();
        assertThat(page.getByTestId("calendar")).isVisible();
        for (int width : WIDTHS) {
            page.setViewportSize(width, Shown.HEIGHT);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
    }

    private static Keyboard.TypeOptions slowly() {
        return new Keyboard.TypeOptions().setDelay(200);
    }

    private static Locator day(Locator calendar, String date) {
        return calendar.locator("[data-value='" + date + "']:not([data-outside-view])");
    }

    private static Locator chip(Page page, String id) {
        return page.getByTestId("chip-" + id);
    }

    private static void assertTotal(Page page, String total) {
        assertThat(new Dashboard(page).total()).hasAttribute("data-value", total);
    }

    private static Page withStatement(Window window) {
        return Newcomers.withStatement(window, STATEMENT);
    }
}
