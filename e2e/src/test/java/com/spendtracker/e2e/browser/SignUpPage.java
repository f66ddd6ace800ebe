package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The sign-up page, as a person uses it. */
final class SignUpPage {
    private final Page page;

    SignUpPage(Window window) {
        this.page = window.page();
    }

    /** Opens the account of somebody called Alex Example and waits for the dashboard. */
    Dashboard signUp(String username, String password) {
        page.navigate("/");
        page.getByTestId("to-sign-up").click();
        page.getByLabel("Your name").fill("Alex Example");
        page.getByLabel("E-mail address").fill(username);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the account"))
                .click();
        Dashboard dashboard = new Dashboard(page);
        assertThat(dashboard.welcome()).containsText("Alex");
        return dashboard;
    }
}
