package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** The sign-up page, as a person uses it, in any language. */
final class SignUpPage {
    private final Page page;

    SignUpPage(Window window) {
        this.page = window.page();
    }

    /** Opens the account of somebody called Alex Example and waits for the dashboard. */
    Dashboard signUp(String username, String password) {
        page.navigate("/");
        page.getByTestId("to-sign-up").click();
        page.locator("#full_name").fill("Alex Example");
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("button[type=submit]").click();
        Dashboard dashboard = new Dashboard(page);
        assertThat(dashboard.welcome()).containsText("Alex");
        return dashboard;
    }
}
