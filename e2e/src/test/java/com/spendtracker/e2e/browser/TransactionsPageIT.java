package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of all transactions: found, changed, split, deleted and brought back, while every figure follows. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class TransactionsPageIT {
    private static final int ROWS = 600;
    private static final int[] WIDTHS = {320, 390, 599, 600, 768, 959, 960, 1440};

    @Test
    void listWhenLongThenOnlyWhatIsSeenIsOnThePage(Window window) {
        Page page = withRows(window);
        assertThat(page.getByTestId("transactions-count")).hasAttribute("data-value", String.valueOf(ROWS));
        assertThat(row(page, "Shop 599")).isVisible();
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
        assertThat(row(page, "Shop 0")).isVisible();
        assertThat((Integer) page.evaluate("document.querySelectorAll('tbody tr').length"))
                .isLessThan(60);
    }

    @Test
    void listWhenSearchedAndSortedThenTheAddressSaysIt(Window window) {
        Page page = withRows(window);
        page.keyboard().press("/");
        page.keyboard().type("shop 59");
        assertThat(page.getByTestId("transactions-count")).hasAttribute("data-value", "11");
        page.getByTestId("sort-amount").click();
        assertThat(page).hasURL(Pattern.compile("\\?q=shop\\+59&sort=-amount"));
        page.reload();
        assertThat(page.getByTestId("transactions-count")).hasAttribute("data-value", "11");
        assertThat(page.getByTestId("row-open").first()).hasText("Shop 599");
    }

    @Test
    void changesThenFiguresFollowAndCanBeTakenBack(Window window) {
        Page page = withRows(window, "2026-03-14,Lidl,-12.34\n2026-03-15,Ferry,-30.00\n");
        assertThat(row(page, "Lidl").getByTestId("row-why")).hasText("known merchant");

        row(page, "Ferry").getByTestId("row-category").click();
        page.getByTestId("row-category-choice").selectOption("Travel");
        assertThat(page.getByTestId("notice")).containsText("Ferry is in Travel now");
        assertThat(row(page, "Ferry").getByTestId("row-why")).hasText("by hand");

        row(page, "Ferry").getByTestId("row-open").click();
        page.getByTestId("tx-split").click();
        page.getByTestId("split-amount-1").fill("10");
        page.getByTestId("split-category-1").selectOption("Groceries");
        assertThat(page.getByTestId("split-rest")).containsText("20.00");
        page.getByTestId("split-submit").click();
        assertThat(page.getByTestId("transactions-count")).hasAttribute("data-value", "3");
        assertTotal(page, "42.34");

        row(page, "Ferry").first().getByTestId("row-open").click();
        page.getByTestId("tx-join").click();
        assertThat(page.getByTestId("transactions-count")).hasAttribute("data-value", "2");

        row(page, "Lidl").getByTestId("row-open").click();
        page.getByTestId("tx-delete").click();
        assertThat(page.getByTestId("transactions-count")).hasAttribute("data-value", "1");
        page.getByTestId("notice-action").click();
        assertThat(row(page, "Lidl")).isVisible();
        assertTotal(page, "42.34");
    }

    @Test
    void addThenListedAndCounted(Window window) {
        Page page = withRows(window, "2026-03-14,Lidl,-12.34\n");
        page.getByTestId("transaction-add").click();
        page.getByTestId("tx-amount").fill("5,50");
        page.getByTestId("tx-category").selectOption("Travel");
        page.getByTestId("tx-merchant").fill("Night bus");
        page.keyboard().press("Enter");
        assertThat(row(page, "Night bus").getByTestId("row-amount")).hasAttribute("data-value", "5.50");
        assertTotal(page, "17.84");
    }

    @Test
    void bulkThenAllAreChangedAndChangedBack(Window window) {
        Page page = withRows(window);
        page.getByTestId("search").fill("shop 59");
        assertThat(page.getByTestId("transactions-count")).hasAttribute("data-value", "11");
        page.getByTestId("check-all").click();
        page.getByTestId("bulk-category").selectOption("Travel");
        page.getByTestId("bulk-apply").click();
        assertThat(page.getByTestId("notice")).containsText("11 transactions are changed");
        page.getByTestId("filter-category-Travel").click();
        assertThat(page.getByTestId("transactions-count")).hasAttribute("data-value", "11");
        page.getByTestId("notice-action").click();
        assertThat(page.getByTestId("transactions-count")).hasAttribute("data-value", "0");
    }

    @Test
    void exportThenOnlyWhatIsListed(Window window) throws IOException {
        Page page = withRows(window);
        page.getByTestId("search").fill("shop 59");
        assertThat(page.getByTestId("transactions-count")).hasAttribute("data-value", "11");
        page.getByTestId("transactions-export").click();
        Download file =
                page.waitForDownload(() -> page.getByTestId("export-submit").click());
        assertThat(Files.readAllLines(file.path())).hasSize(12);
    }

    @Test
    void pageWhenWindowIsOfAnyWidthThenNothingSticksOut(Window window) {
        Page page = withRows(window);
        page.getByTestId("row-check").first().check();
        for (int width : WIDTHS) {
            page.setViewportSize(width, Shown.HEIGHT);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
    }

    /** The rows in which a merchant is named; a split transaction has several. */
    private static Locator row(Page page, String merchant) {
        return page.locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(merchant, new Page.GetByTextOptions().setExact(true))));
    }

    private static void assertTotal(Page page, String total) {
        page.getByTestId("nav-dashboard").click();
        assertThat(new Dashboard(page).total()).hasAttribute("data-value", total);
        page.goBack();
    }

    private static Page withRows(Window window) {
        StringBuilder rows = new StringBuilder();
        LocalDate first = LocalDate.of(2024, 1, 1);
        for (int i = 0; i < ROWS; i++) {
            rows.append(first.plusDays(i))
                    .append(",Shop ")
                    .append(i)
                    .append(",-")
                    .append(i + 1)
                    .append(".00\n");
        }
        return withRows(window, rows.toString());
    }

    /** Somebody new with these rows, on the list of them. */
    private static Page withRows(Window window, String rows) {
        Page page = Newcomers.withStatement(window, rows);
        page.getByTestId("nav-transactions").click();
        assertThat(page.getByTestId("row-open").first()).isVisible();
        return page;
    }
}
