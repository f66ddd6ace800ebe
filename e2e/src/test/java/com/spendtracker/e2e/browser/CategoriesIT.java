package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody's own categories, rules and accounts: made, changed, merged, applied, deleted and brought back. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class CategoriesIT {
    private static final String STATEMENT = """
            2026-03-14,Lidl,-12.34
            2026-03-15,Blue Ferry,-30.00
            2026-03-16,Blue Ferry,-20.00
            """;

    @Test
    void categoryThenAddedChangedAndMergedWithAllThatIsInIt(Window window) {
        Page page = Newcomers.withStatement(window, STATEMENT);
        page.getByTestId("nav-categories").click();
        page.getByTestId("category-add").click();
        page.getByLabel("Name", exactly()).fill("Ferries");
        page.getByLabel("Part of").selectOption("Travel");
        page.keyboard().press("Enter");
        assertThat(row(page, "Ferries")).isVisible();

        page.getByLabel("Change Ferries").click();
        page.getByLabel("Name", exactly()).fill("Boats");
        page.keyboard().press("Enter");
        assertThat(row(page, "Boats")).isVisible();

        page.getByLabel("Merge Groceries into another category").click();
        page.getByTestId("category-target").selectOption("Boats");
        assertThat(page.getByTestId("category-effect")).containsText("1 transaction will be in Boats");
        page.getByTestId("category-confirm").click();
        assertThat(row(page, "Groceries")).hasCount(0);
        page.getByTestId("nav-dashboard").click();
        assertThat(page.locator("[data-testid=chart-categories] [data-category=Boats]")
                        .first())
                .isVisible();
        assertThat(new Dashboard(page).total()).hasAttribute("data-value", "62.34");
    }

    @Test
    void ruleThenPreviewedAppliedDeletedAndBroughtBack(Window window) {
        Page page = Newcomers.withStatement(window, STATEMENT);
        page.getByTestId("nav-categories").click();
        page.getByTestId("tab-rules").click();
        page.getByTestId("rule-add").click();
        page.getByTestId("rule-pattern").fill("ferry");
        page.getByTestId("rule-category").selectOption("Travel");
        assertThat(page.getByTestId("rule-apply")).hasText(Pattern.compile("\\s*Save and change 2 transactions\\s*"));
        page.getByTestId("rule-apply").click();
        assertThat(page.getByTestId("notice")).containsText("2 transactions have changed");

        page.getByTestId("nav-transactions").click();
        assertThat(page.locator("tbody tr").first().getByTestId("row-why")).hasText("by your rule “ferry”");
        page.getByTestId("filter-category-Travel").click();
        assertThat(page.getByTestId("transactions-count")).hasAttribute("data-value", "2");

        page.getByTestId("nav-categories").click();
        page.getByTestId("tab-rules").click();
        page.getByTestId("rule-delete").click();
        assertThat(page.getByTestId("rule-row")).hasCount(0);
        page.getByTestId("notice-action").click();
        assertThat(page.getByTestId("rule-row")).hasCount(1);
    }

    @Test
    void transactionThenARuleIsMadeOfIt(Window window) {
        Page page = Newcomers.withStatement(window, STATEMENT);
        page.getByTestId("nav-transactions").click();
        page.getByTestId("row-open").first().click();
        page.getByTestId("tx-rule").click();
        assertThat(page.getByTestId("rule-pattern")).hasValue("Blue Ferry");
    }

    @Test
    void accountThenAddedChangedAndDeletedUnlessItIsUsed(Window window) {
        Page page = Newcomers.withStatement(window, STATEMENT);
        page.getByTestId("nav-settings").click();
        page.getByTestId("account-add").click();
        page.getByLabel("Name of the account").fill("Savings");
        page.keyboard().press("Enter");
        assertThat(account(page, "Savings")).containsText("nothing on it");
        account(page, "Savings").getByTestId("account-edit").click();
        page.getByLabel("Name of the account").fill("Rainy days");
        page.keyboard().press("Enter");
        assertThat(account(page, "Rainy days")).isVisible();
        account(page, "Rainy days").getByTestId("account-delete").click();
        assertThat(account(page, "Rainy days")).hasCount(0);
        assertThat(page.getByTestId("account-row")).hasCount(1);
        assertThat(page.getByTestId("account-delete")).hasCount(0);
    }

    private static Locator row(Page page, String name) {
        return page.getByLabel("Change " + name, exactly());
    }

    private static Locator account(Page page, String name) {
        return page.locator("[data-testid=account-row][data-name='" + name + "']");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
