package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.Filter;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dashboard on paper is a report on one sheet. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class PrintIT {
    private static final Pattern PDF_PAGE = Pattern.compile("/Type\\s*/Page\\b");

    @Test
    void dashboardWhenPrintedThenOneSheetWithAllChartsAndNothingToClick(Window window) {
        new SignInPage(window).open().signIn(DemoUser.JOHN);
        Page page = window.page();
        String category = DemoUser.JOHN.twoCategories().getFirst();
        page.getByTestId("filter-category-" + category).click();
        BigDecimal total = window.stack()
                .ledger()
                .spending(DemoUser.JOHN, Filter.in(DemoUser.JOHN.twoCategories().subList(0, 1)))
                .total()
                .setScale(2);
        assertThat(new Dashboard(page).total()).hasAttribute("data-value", total.toPlainString());

        print(page);

        assertThat(page.getByTestId("report-heading")).containsText(category);
        assertThat(page.getByTestId("report-heading")).containsText("John Doe");
        assertThat(page.getByTestId("chart-calendar").locator("[data-day]").last())
                .isVisible();
        assertThat(page.locator("nav:visible, .screen-only:visible, select:visible, input:visible"))
                .hasCount(0);
        Sums.assertAll(page, total.toPlainString());
        assertThat(sheets(page)).isOne();

        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(page.getByTestId("report-heading")).hasCount(0);
        assertThat(page.getByTestId("filter-category-" + category)).isVisible();
    }

    @Test
    void dashboardWhenPrintedFromANarrowDarkGermanWindowThenOneSheetToo(
            @Shown(width = 390, colors = ColorScheme.DARK, locale = "de-DE") Window window) {
        new SignInPage(window).open().signIn(DemoUser.CHARLIE);
        assertThat(window.page().getByTestId("drill-total")).isVisible();

        print(window.page());

        assertThat(window.page().getByTestId("report-heading")).isVisible();
        // Nobody has seen the charts yet.
        assertThat(window.page()
                        .getByTestId("chart-donut")
                        .locator("[data-category]")
                        .first())
                .isVisible();
        assertThat(sheets(window.page())).isOne();
    }

    /** Asks for the report by its button, and waits until the page would have the browser print it. */
    private static void print(Page page) {
        // In braces, as a function that an expression comes to would be called at once.
        page.evaluate("() => { window.print = () => { document.title = 'printed'; }; }");
        page.getByTestId("print").click();
        assertThat(page).hasTitle("printed");
    }

    private static long sheets(Page page) {
        byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
        return PDF_PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}
