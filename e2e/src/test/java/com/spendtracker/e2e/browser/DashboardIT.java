package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.Filter;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dashboard shows what the database adds up to, and every element of it follows every filter. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class DashboardIT {
    private static final LocalDate END = Filter.today().minusDays(20);
    private static final Filter QUARTER = Filter.between(END.minusDays(90), END);
    private static final Filter MONTH = Filter.between(END.minusDays(30), END);

    @ParameterizedTest
    @EnumSource
    void dashboardWhenSignedInThenShowsSumsOfSql(DemoUser user, Window window) {
        Dashboard dashboard = new SignInPage(window).open().signIn(user);
        Figures expected = expected(window, user, Filter.NONE, "month");

        assertThat(dashboard.welcome()).hasText("Welcome, " + user.firstName());
        dashboard.assertShows(expected);
        assertThat(dashboard.total()).containsText(money(expected.total()));
        assertThat(dashboard.average()).containsText(money(expected.average()));
        expected.topCategories().forEach((category, total) -> {
            assertThat(dashboard.topCategories()).containsText(category);
            assertThat(dashboard.topCategories()).containsText(money(total));
        });
        assertThat(dashboard.transactionsCount())
                .hasText(NumberFormat.getIntegerInstance(Locale.US).format(expected.transactionCount()));
    }

    @ParameterizedTest
    @EnumSource
    void everyElementWhenFilterChangesThenFollowsSql(DemoUser user, Window window) {
        Dashboard dashboard = new SignInPage(window).open().signIn(user);
        Figures all = expected(window, user, Filter.NONE, "month");
        dashboard.assertShows(all);

        dashboard.chooseDates(QUARTER);
        Figures quarter = expected(window, user, QUARTER, "week");
        dashboard.assertShows(quarter);
        assertNothingIsTheSame(all, quarter);

        Filter oneCategory = QUARTER.withCategories(user.twoCategories().subList(0, 1));
        dashboard.toggleCategories(oneCategory.categories());
        Figures one = expected(window, user, oneCategory, "week");
        dashboard.assertShows(one);
        assertNothingIsTheSame(quarter, one);

        Filter twoCategories = QUARTER.withCategories(user.twoCategories());
        dashboard.toggleCategories(user.twoCategories().subList(1, 2));
        Figures two = expected(window, user, twoCategories, "week");
        dashboard.assertShows(two);
        assertNothingIsTheSame(one, two);

        dashboard.clearFilters();
        dashboard.assertShows(all);
    }

    @Test
    void categoryWhenTakenAwayAgainThenCountsAgain(Window window) {
        List<String> names = DemoUser.JOHN.twoCategories();
        Dashboard dashboard = new SignInPage(window).open().signIn(DemoUser.JOHN);

        dashboard.toggleCategories(names);
        dashboard.assertShows(expected(window, DemoUser.JOHN, Filter.in(names), "month"));
        dashboard.toggleCategories(names.subList(0, 1));
        dashboard.assertShows(expected(window, DemoUser.JOHN, Filter.in(names.subList(1, 2)), "month"));
        assertThat(dashboard.category(names.get(0))).hasAttribute("aria-pressed", "false");
        assertThat(dashboard.category(names.get(1))).hasAttribute("aria-pressed", "true");
    }

    @Test
    void presetWhenChosenThenEveryElementFollows(Window window) {
        Dashboard dashboard = new SignInPage(window).open().signIn(DemoUser.JANE);

        dashboard.choosePreset("last-30-days");

        Filter lastThirtyDays = Filter.between(Filter.today().minusDays(29), Filter.today());
        dashboard.assertShows(expected(window, DemoUser.JANE, lastThirtyDays, "day"));
        assertThat(dashboard.start()).hasValue(lastThirtyDays.start() + "");
    }

    @Test
    void granularityWhenChosenThenLineFollows(Window window) {
        Dashboard dashboard = new SignInPage(window).open().signIn(DemoUser.CHARLIE);

        dashboard.chooseDates(MONTH);
        for (String granularity : List.of("week", "month", "day")) {
            dashboard.chooseGranularity(granularity);
            dashboard.assertShows(expected(window, DemoUser.CHARLIE, MONTH, granularity));
        }
    }

    @Test
    void filterWhenPageIsLoadedAgainThenStaysInTheAddress(Window window) {
        Filter filter = MONTH.withCategories(DemoUser.JOHN.twoCategories());
        Figures expected = expected(window, DemoUser.JOHN, filter, "day");
        Dashboard dashboard = new SignInPage(window).open().signIn(DemoUser.JOHN);
        dashboard.chooseDates(filter);
        dashboard.toggleCategories(filter.categories());
        dashboard.assertShows(expected);

        window.page().reload();

        dashboard.assertShows(expected);
        assertThat(dashboard.start()).hasValue(filter.start() + "");
        assertThat(dashboard.end()).hasValue(filter.end() + "");
        window.page().goBack();
        dashboard.assertShows(expected(
                window, DemoUser.JOHN, filter.withCategories(filter.categories().subList(0, 1)), "day"));
    }

    @Test
    void transactionsWhenScrolledToTheEndThenTheOldestIsThere(Window window) {
        Dashboard dashboard = new SignInPage(window).open().signIn(DemoUser.JOHN);
        List<Long> ids = window.stack().ledger().transactionIds(DemoUser.JOHN, Filter.NONE);
        dashboard.assertShows(expected(window, DemoUser.JOHN, Filter.NONE, "month"));

        dashboard.scrollToLastTransaction(ids.getLast());
    }

    @Test
    void dashboardWhenNarrowThenAllIsThereAndNothingSticksOut(@Shown(width = 390) Window window) {
        Dashboard dashboard = new SignInPage(window).open().signIn(DemoUser.JANE);

        dashboard.assertShows(expected(window, DemoUser.JANE, Filter.NONE, "month"));
        assertThat(widthOfContent(window.page())).isLessThanOrEqualTo(390);
        dashboard.toggleCategories(DemoUser.JANE.twoCategories());
        dashboard.assertShows(expected(window, DemoUser.JANE, Filter.in(DemoUser.JANE.twoCategories()), "month"));
        assertThat(widthOfContent(window.page())).isLessThanOrEqualTo(390);
    }

    @Test
    void dashboardWhenSystemIsDarkThenDark(@Shown(colors = ColorScheme.DARK) Window window) {
        Dashboard dashboard = new SignInPage(window).open().signIn(DemoUser.CHARLIE);

        dashboard.assertShows(expected(window, DemoUser.CHARLIE, Filter.NONE, "month"));
        assertThat(brightnessOfPage(window.page())).isLessThan(80);
    }

    @Test
    void dashboardWhenSystemIsLightThenLight(Window window) {
        new SignInPage(window).open().signIn(DemoUser.CHARLIE);

        assertThat(brightnessOfPage(window.page())).isGreaterThan(200);
    }

    private static Figures expected(Window window, DemoUser user, Filter filter, String granularity) {
        return Figures.expected(window.stack().ledger(), user, filter, granularity);
    }

    private static void assertNothingIsTheSame(Figures before, Figures after) {
        assertThat(after.total()).isNotEqualTo(before.total());
        assertThat(after.average()).isNotEqualTo(before.average());
        assertThat(after.topCategories()).isNotEqualTo(before.topCategories());
        assertThat(after.bars()).isNotEqualTo(before.bars());
        assertThat(after.donut()).isNotEqualTo(before.donut());
        assertThat(after.line()).isNotEqualTo(before.line());
        // Only the first rows are compared, which may be the same where one more category counts; how many there are is
        // not.
        assertThat(after.transactionCount()).isNotEqualTo(before.transactionCount());
    }

    private static String money(BigDecimal amount) {
        return NumberFormat.getCurrencyInstance(Locale.US).format(amount);
    }

    private static int widthOfContent(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    /** From 0, black, to 255, white. */
    private static int brightnessOfPage(Page page) {
        return ((Number) page.evaluate("""
                () => {
                  const painted = [document.body, document.documentElement].map(e => getComputedStyle(e).backgroundColor)
                      .find(color => color !== 'rgba(0, 0, 0, 0)') ?? 'rgb(255, 255, 255)';
                  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
                  canvas.fillStyle = painted;
                  canvas.fillRect(0, 0, 1, 1);
                  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
                  return Math.round((red + green + blue) / 3);
                }""")).intValue();
    }
}
