package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.spendtracker.e2e.stack.DemoUser;

/** The sign-in page, as a person uses it. */
final class SignInPage {
    private final Page page;

    SignInPage(Window window) {
        this.page = window.page();
    }

    SignInPage open() {
        page.navigate("/");
        return this;
    }

    /** Signs in and waits for the dashboard. */
    Dashboard signIn(DemoUser user) {
        submit(user.username(), DemoUser.PASSWORD);
        Dashboard dashboard = new Dashboard(page);
        assertThat(dashboard.welcome()).containsText(user.firstName());
        return dashboard;
    }

    void submit(String username, String password) {
        username().fill(username);
        password().fill(password);
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    }

    Locator username() {
        return page.getByLabel("Username");
    }

    Locator password() {
        return page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true));
    }

    /** The word about why one is here. */
    Locator sessionMessage() {
        return page.getByTestId("session-message");
    }

    /** What was wrong with the last try. */
    Locator error() {
        return page.getByTestId("sign-in-error");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
