package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** axe-core finds nothing wrong with any page: in no state, in no language, neither in light colours nor in dark ones. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class AccessibilityIT {
    private static final String GERMAN = "de-DE";
    private static final int NARROW = 390;
    private static final String STATEMENT = """
            Date,Payee,Amount
            2026-03-14,Lidl,-12.34
            2026-03-14,Lidl,-12.34
            2026-02-30,Nobody,-1.00
            """;

    @Test
    void pagesBeforeSignInThenNothingIsWrong(Window window) {
        checkBeforeSignIn(window);
    }

    @Test
    void pagesBeforeSignInWhenGermanThenNothingIsWrong(@Shown(locale = GERMAN) Window window) {
        checkBeforeSignIn(window);
    }

    @Test
    void dashboardThenNothingIsWrong(Window window) {
        checkDashboard(window);
    }

    @Test
    void dashboardWhenGermanThenNothingIsWrong(@Shown(locale = GERMAN) Window window) {
        checkDashboard(window);
    }

    @Test
    void transactionsThenNothingIsWrong(Window window) {
        checkTransactions(window);
    }

    @Test
    void transactionsWhenGermanThenNothingIsWrong(@Shown(locale = GERMAN) Window window) {
        checkTransactions(window);
    }

    @Test
    void otherPagesThenNothingIsWrong(Window window) {
        checkOtherPages(window);
    }

    @Test
    void otherPagesWhenGermanThenNothingIsWrong(@Shown(locale = GERMAN) Window window) {
        checkOtherPages(window);
    }

    private static void checkBeforeSignIn(Window window) {
        Page page = window.page();
        window.expectStatus(401);
        SignInPage signIn = new SignInPage(window).open();
        assertThat(signIn.username()).isVisible();
        check(page, "sign-in");
        signIn.submit("nobody@example.com", "not the password");
        assertThat(signIn.error()).isVisible();
        check(page, "sign-in refused");
        page.route("**/api/v1/session", AccessibilityIT::askForCode);
        signIn.submit("nobody@example.com", "the password");
        assertThat(page.locator("#code")).isVisible();
        check(page, "sign-in with a code");
        page.getByTestId("to-sign-up").click();
        page.locator("#password").fill("short");
        check(page, "sign-up");
        page.navigate("/no/such/page");
        check(page, "no such page");
    }

    private static void checkDashboard(Window window) {
        Page page = signedIn(window);
        assertThat(page.getByTestId("chart-donut").locator("[data-category]").first())
                .isVisible();
        check(page, "dashboard");
        page.getByTestId("how-counted").click();
        check(page, "how is this counted");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.getByTestId("shortcuts-dialog")).isVisible();
        check(page, "shortcuts");
        page.keyboard().press("Escape");
        checkFilters(page);
        checkCharts(page);
        page.getByTestId("filter-category-" + DemoUser.JOHN.twoCategories().getFirst())
                .click();
        check(page, "dashboard of one category");
        page.setViewportSize(NARROW, Shown.HEIGHT);
        check(page, "narrow dashboard");
        page.getByTestId("filters-fold").click();
        page.getByTestId("filter-calendar").click();
        checkDialog(page, "narrow calendar");
    }

    private static void checkFilters(Page page) {
        page.getByTestId("filters-fold").click();
        page.locator("#filters-more .chip").first().click();
        check(page, "more filters");
        page.getByTestId("filter-calendar").click();
        checkDialog(page, "calendar");
        page.getByTestId("views-button").click();
        assertThat(page.getByRole(AriaRole.MENU)).isVisible();
        check(page, "views");
        page.keyboard().press("Escape");
        page.getByTestId("filters-clear").click();
        page.getByTestId("filters-fold").click();
    }

    private static void checkCharts(Page page) {
        Sums.showAllCharts(page);
        page.getByTestId("chart-months").getByTestId("chart-menu").click();
        check(page, "all charts, and the menu of one");
        page.getByTestId("toggle-patterns").click();
        page.keyboard().press("Escape");
        page.getByTestId("moving-average").click();
        page.getByTestId("chart-calendar").locator("[data-day]").last().focus();
        check(page, "charts with patterns, an average and a tooltip");
        for (String chart : List.of("chart-time", "chart-merchants", "chart-months")) {
            page.getByTestId(chart)
                    .locator("button[aria-pressed=false].button--icon")
                    .click();
        }
        check(page, "charts as tables");
    }

    private static void checkTransactions(Window window) {
        Page page = signedIn(window);
        page.getByTestId("nav-transactions").click();
        assertThat(page.getByTestId("row-open").first()).isVisible();
        check(page, "transactions");
        page.getByTestId("row-check").first().check();
        check(page, "one is chosen");
        page.getByTestId("row-category").first().click();
        check(page, "another category is chosen");
        page.keyboard().press("Escape");
        page.getByTestId("transactions-export").click();
        checkDialog(page, "export");
        page.getByTestId("transaction-add").click();
        checkDialog(page, "new transaction");
        page.getByTestId("row-open").first().click();
        check(page, "transaction");
        page.getByTestId("tx-split").click();
        checkDialog(page, "split");
        page.setViewportSize(NARROW, Shown.HEIGHT);
        check(page, "narrow transactions");
        page.getByTestId("search").fill("nothing is called so");
        assertThat(page.getByTestId("transactions-empty")).isVisible();
        check(page, "no transactions");
    }

    private static void checkOtherPages(Window window) {
        Page page = signedIn(window);
        page.getByTestId("nav-import").click();
        assertThat(page.getByTestId("import-drop")).isVisible();
        check(page, "import");
        page.getByTestId("import-file")
                .setInputFiles(
                        new FilePayload("statement.csv", "text/csv", STATEMENT.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByTestId("import-preview")).isVisible();
        check(page, "preview of an import");

        page.getByTestId("nav-categories").click();
        assertThat(page.getByTestId("category-row").first()).isVisible();
        check(page, "categories");
        page.getByTestId("category-merge").first().click();
        checkDialog(page, "merge");
        page.getByTestId("category-rename").first().click();
        check(page, "category");
        page.getByTestId("tab-rules").click();
        page.getByTestId("rule-add").click();
        page.getByTestId("rule-pattern").fill("a");
        checkDialog(page, "rule");

        page.getByTestId("nav-settings").click();
        assertThat(page.getByTestId("account-add")).isVisible();
        page.getByTestId("account-add").click();
        page.getByTestId("token-add").click();
        page.getByTestId("factor-set-up").click();
        page.getByTestId("deletion-begin").click();
        assertThat(page.getByTestId("session-row").first()).isVisible();
        check(page, "settings");
        page.getByTestId("sessions-everywhere").click();
        checkDialog(page, "sign out everywhere");
        page.getByTestId("passkey-add").click();
        checkDialog(page, "passkey");
        checkSecondFactor(page);
    }

    /** As if there were one: those whose demo data this is need none. */
    private static void checkSecondFactor(Page page) {
        String path = "**/api/v1/users/me/second-factor";
        page.route(
                path, route -> answer(route, "{\"secret\":\"JBSWY3DP\",\"uri\":\"otpauth://totp/a?secret=JBSWY3DP\"}"));
        page.route(path + "/*", route -> answer(route, "{\"recovery_codes\":[\"aaaa-bbbb-cccc-dddd\"]}"));
        page.locator("#factor-password").fill("the password");
        page.getByTestId("factor-begin").click();
        assertThat(page.getByTestId("qr-code")).isVisible();
        check(page, "second factor to be scanned");
        page.route(
                path,
                route -> answer(
                        route, "{\"enabled\":true,\"enabled_at\":\"2026-03-14T09:30:00Z\",\"recovery_codes_left\":2}"));
        page.locator("#factor-code").fill("123456");
        page.getByTestId("factor-confirm").click();
        assertThat(page.getByTestId("recovery-codes-value")).isVisible();
        check(page, "recovery codes");
        page.getByTestId("recovery-codes-done").click();
        assertThat(page.getByTestId("factor-state")).isVisible();
        check(page, "second factor");
        page.getByTestId("factor-remove").click();
        checkDialog(page, "removal of the second factor");
    }

    private static void answer(Route route, String json) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(200)
                .setContentType("application/json")
                .setBody(json));
    }

    private static void askForCode(Route route) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(401)
                .setContentType("application/problem+json")
                .setBody("{\"type\":\"urn:spend-tracker:problem:second-factor-required\",\"title\":\"Code\"}"));
    }

    private static void checkDialog(Page page, String state) {
        Locator dialog = page.locator("dialog[open]");
        assertThat(dialog).isVisible();
        check(page, state);
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
    }

    private static void check(Page page, String state) {
        // What is about to be replaced is dimmed for a moment.
        assertThat(page.locator("main[aria-busy=true]")).hasCount(0);
        Axe.assertNothingWrong(page, state);
    }

    private static Page signedIn(Window window) {
        new SignInPage(window).open().signIn(DemoUser.JOHN);
        return window.page();
    }
}
