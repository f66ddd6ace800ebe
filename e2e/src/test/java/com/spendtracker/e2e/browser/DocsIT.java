package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.SelectOption;
import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.StackUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API's documentation, as a developer reads it. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class DocsIT {
    @Test
    void docsWhenOpenedThenListTheOperationsOfBothServices(Window window) {
        Page page = window.page();

        page.navigate("/docs");
        assertThat(operation(page, "time-series")).isVisible();

        page.getByLabel("Select a definition").selectOption(new SelectOption().setIndex(1));
        assertThat(operation(page, "login")).isVisible();
        assertThat(operation(page, "me")).isVisible();
    }

    @Test
    void operationWhenTriedThenWithoutTheCookieOfThePages(Window window) {
        window.expectStatus(401);
        new SignInPage(window).open().signIn(DemoUser.JOHN);
        Page page = window.page();
        page.navigate("/docs");
        page.getByLabel("Select a definition").selectOption(new SelectOption().setIndex(1));
        Locator me = page.locator(".opblock-get")
                .filter(new Locator.FilterOptions().setHas(page.locator("[data-path='/api/v1/users/me']")));
        me.locator(".opblock-summary-control").click();
        me.getByText("Try it out").click();

        Request request = page.waitForRequest(
                "**/api/v1/users/me", () -> me.getByText("Execute").click());

        assertThat(request.allHeaders()).doesNotContainKey("cookie");
    }

    private static Locator operation(Page page, String endOfPath) {
        return page.locator("[data-path$='/" + endOfPath + "']").first();
    }
}
