package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody new does first: sign up, bring the bank's file, see the spending, change one's mind. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class OwnDataIT {
    private static final Pattern NOTHING = Pattern.compile("0(\\.0+)?");
    private static final String STATEMENT = """
            Date,Payee,Amount
            2026-03-14,Lidl Berlin,-12.34
            2026-03-14,Starbucks,-3.50
            2026-03-14,Starbucks,-3.50
            2026-03-20,Lidl Berlin,2.00
            2026-03-31,Example Works Payroll,2500.00
            2026-02-30,Nobody,-1.00
            """;

    @Test
    void importWhenNewThenDashboardFollowsUntilItIsUndone(Window window) {
        Page page = signUp(window);
        Dashboard dashboard = new Dashboard(page);
        assertThat(dashboard.total()).hasAttribute("data-value", NOTHING);

        choose(page, "march.csv", STATEMENT);
        assertCount(page, "import-new", 5);
        assertCount(page, "import-rejected", 1);
        Locator rows = page.getByTestId("import-sample");
        assertThat(rows.nth(0)).containsText("Groceries known merchant");
        assertThat(rows.nth(1)).containsText("Eating out");
        page.getByTestId("import-confirm").click();
        assertThat(page.getByTestId("import-report")).containsText("5 transactions are imported");

        page.getByTestId("import-to-dashboard").click();
        assertThat(dashboard.total()).hasAttribute("data-value", Pattern.compile("17\\.34"));
        dashboard.showTransactions();
        assertThat(dashboard.transactionsCount()).hasAttribute("data-value", "5");

        page.getByTestId("nav-import").click();
        page.getByTestId("import-undo").click();
        assertThat(page.getByTestId("undo-effect")).containsText("5 transactions go");
        page.getByTestId("undo-confirm").click();
        assertThat(page.getByTestId("imports-list")).containsText("undone");
        page.getByTestId("nav-dashboard").click();
        assertThat(dashboard.total()).hasAttribute("data-value", NOTHING);
    }

    @Test
    void importWhenSameFileAgainThenNothingIsNew(Window window) {
        Page page = signUp(window);
        choose(page, "march.csv", STATEMENT);
        page.getByTestId("import-confirm").click();
        assertThat(page.getByTestId("import-report")).isVisible();

        choose(page, "march again.csv", STATEMENT);
        assertCount(page, "import-new", 0);
        assertCount(page, "import-duplicates", 5);
        assertThat(page.getByTestId("import-confirm")).not().isVisible();
    }

    @Test
    void importWhenDayAndMonthAreOpenThenAsks(Window window) {
        Page page = signUp(window);
        choose(page, "open.csv", "Date,Payee,Amount\n03/04/2026,Cafe,-2.00\n");
        assertThat(page.getByTestId("import-confirm")).isDisabled();
        page.getByLabel("Day first").check();
        assertThat(page.getByTestId("import-sample")).containsText("Apr");
        page.getByTestId("import-confirm").click();
        assertThat(page.getByTestId("import-report")).isVisible();
    }

    @Test
    void importWhenFileIsNoBankFileThenSaysWhy(Window window) {
        window.expectStatus(422);
        Page page = signUp(window);
        choose(page, "picture.csv", "\u0089PNG\r\n\u001a\n");
        assertThat(page.getByTestId("import-failure")).containsText("picture");
    }

    /** Opens an account as somebody new, and is on its dashboard. */
    private static Page signUp(Window window) {
        new SignUpPage(window).signUp(UUID.randomUUID() + "@example.com", "seven quiet rivers");
        return window.page();
    }

    private static void choose(Page page, String name, String text) {
        page.getByTestId("nav-import").click();
        page.getByTestId("import-file")
                .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static void assertCount(Page page, String id, int count) {
        assertThat(page.getByTestId(id)).hasAttribute("data-value", String.valueOf(count));
    }
}
