package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All of it without a mouse, and without a connection for a while. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class KeysIT {
    private static final String ON = "Tab";
    private static final String BACK = "Shift+Tab";
    private static final int MANY_STEPS = 120;

    @Test
    void keyboardAloneThenFromSignInToATransaction(Window window) {
        Page page = window.page();
        page.navigate("/");
        assertThat(page.getByLabel("Username")).isVisible();
        walk(page, ON, page.getByLabel("Username"));
        page.keyboard().type(DemoUser.JOHN.username());
        page.keyboard().press("Tab");
        page.keyboard().type(DemoUser.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("chart-categories")
                        .locator("[data-category]")
                        .first())
                .isVisible();

        page.keyboard().press("?");
        assertThat(page.getByTestId("shortcuts-dialog")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByTestId("shortcuts-dialog")).not().isVisible();

        Locator second =
                page.getByTestId("chart-categories").locator("[data-category]").nth(1);
        String sum = second.getAttribute("data-value");
        walk(
                page,
                ON,
                page.getByTestId("chart-categories").locator("[data-category]").first());
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(new Dashboard(page).total()).hasAttribute("data-value", sum);
        walk(page, BACK, page.getByTestId("drill-total"));
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("transactions-spent")).hasAttribute("data-value", sum);
        assertThat(page).hasURL(Pattern.compile("/transactions\\?categories=.*kind=spending"));

        page.keyboard().press("g");
        page.keyboard().press("d");
        assertThat(new Dashboard(page).total()).not().hasAttribute("data-value", sum);
        page.keyboard().press("g");
        page.keyboard().press("t");
        walk(page, ON, page.getByTestId("row-open").first());
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("transaction-dialog")).isVisible();
    }

    /** Goes on with this key as often as it takes to come to this element. */
    private static void walk(Page page, String key, Locator element) {
        for (int i = 0; i < MANY_STEPS; i++) {
            page.keyboard().press(key);
            if ((Boolean) element.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError(key + " does not lead to " + element);
    }

    @Test
    void connectionWhenLostThenSaidUntilItIsBack(Window window) {
        new SignInPage(window).open().signIn(DemoUser.JOHN);
        window.setOffline(true);
        assertThat(window.page().getByTestId("offline")).isVisible();
        window.setOffline(false);
        assertThat(window.page().getByTestId("offline")).not().isVisible();
    }
}
