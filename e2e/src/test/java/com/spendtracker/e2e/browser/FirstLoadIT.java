package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitUntilState;
import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever comes for the first time waits for few bytes, and nothing jumps while they arrive. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class FirstLoadIT {
    private static final int SIGN_IN_BYTES = 90 * 1024;
    private static final int DASHBOARD_BYTES = 130 * 1024;
    private static final double MAX_SHIFT = 0.02;

    /** What has moved without having been asked to, as cumulative layout shift (web.dev/articles/cls) adds it up. */
    private static final String SHIFT = """
            () => new Promise(resolve => {
              let session = { value: 0, begin: 0, end: 0 }, worst = 0;
              new PerformanceObserver(list => {
                for (const { value, startTime, hadRecentInput } of list.getEntries()) {
                  if (hadRecentInput) continue;
                  const same = startTime - session.end < 1000 && startTime - session.begin < 5000;
                  session = { value: value + (same ? session.value : 0), begin: same ? session.begin : startTime, end: startTime };
                  worst = Math.max(worst, session.value);
                }
              }).observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => resolve(worst), 100);
            })""";

    @Test
    void signInWhenLoadedFirstThenLightAndStill(Window window) {
        Page page = window.page();
        Traffic traffic = Traffic.of(page);
        page.navigate("/");
        assertThat(page.locator("#username")).isVisible();
        traffic.awaitQuiet();
        assertThat(traffic.bytes()).as(traffic.toString()).isLessThanOrEqualTo(SIGN_IN_BYTES);
        assertStill(page);
    }

    @Test
    void dashboardWhenLoadedFirstThenLightAndStill(Window window) {
        loadDashboard(window);
    }

    @Test
    void dashboardWhenNarrowAndLoadedFirstThenLightAndStill(@Shown(width = 390) Window window) {
        loadDashboard(window);
    }

    @Test
    void dashboardWhenLoadedAnewThenBarAndNameDoNotWaitForItsFiles(Window window) {
        new SignInPage(window).open().signIn(DemoUser.JOHN);
        Page page = window.page();
        assertThat(page.getByTestId("welcome")).hasText("Welcome, John");
        List<Route> held = new CopyOnWriteArrayList<>();
        Pattern late = Pattern.compile(".*(/assets/DashboardPage.*|/users/me)");
        page.route(late, held::add);

        // It has loaded when what is held has, if that was asked for soon enough.
        page.navigate("/", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));

        assertThat(page.getByTestId("welcome")).hasText("Welcome, John");
        assertThat(page.getByTestId("nav-settings")).isVisible();
        assertThat(page.getByTestId("metric-total")).hasCount(0);
        Position before = Position.of(page.getByTestId("welcome"));
        page.unroute(late);
        held.forEach(Route::resume);
        assertThat(page.getByTestId("drill-total")).isVisible();
        assertThat(Position.of(page.getByTestId("welcome"))).isEqualTo(before);
    }

    @Test
    void dashboardWhenLoadedAnewThenKeepsItsPlace(@Shown(width = 390) Window window) {
        new SignInPage(window).open().signIn(DemoUser.JOHN);
        Page page = window.page();
        assertThat(page.getByTestId("drill-total")).isVisible();
        page.evaluate("scrollTo(0, 900)");
        page.waitForCondition(() -> page.evaluate("scrollY").equals(900));

        page.reload();

        assertThat(page.getByTestId("drill-total")).isVisible();
        page.waitForCondition(() -> page.evaluate("scrollY").equals(900));
    }

    private record Position(double x, double y) {
        static Position of(Locator element) {
            BoundingBox box = element.boundingBox();
            return new Position(box.x, box.y);
        }
    }

    private static void loadDashboard(Window window) {
        new SignInPage(window).open().signIn(DemoUser.JOHN);
        Page page = window.page();
        Traffic traffic = Traffic.of(page);
        page.navigate("/");
        assertThat(page.getByTestId("drill-total")).isVisible();
        traffic.awaitQuiet();
        assertThat(traffic.bytes()).as(traffic.toString()).isLessThanOrEqualTo(DASHBOARD_BYTES);

        // Where the page is narrow, the charts are made on the way to them.
        page.getByTestId("metric-top-categories").scrollIntoViewIfNeeded();
        page.getByTestId("chart-donut").scrollIntoViewIfNeeded();
        assertThat(page.getByTestId("chart-donut").locator("[data-category]").first())
                .isVisible();
        assertStill(page);
    }

    private static void assertStill(Page page) {
        assertThat(((Number) page.evaluate(SHIFT)).doubleValue()).isLessThan(MAX_SHIFT);
    }
}
