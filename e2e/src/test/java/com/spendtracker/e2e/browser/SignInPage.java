package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.spendtracker.e2e.stack.DemoUser;

/** The sign-in page, as a person uses it, in any language. */
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
        page.locator("button[type=submit]").click();
    }

    /** Sends a code besides what was typed already. */
    void submitCode(String code) {
        code().fill(code);
        page.locator("button[type=submit]").click();
    }

    void submitRecoveryCode(String code) {
        page.getByTestId("kind-of-code").click();
        submitCode(code);
    }

    void submitPasskey() {
        page.getByTestId("sign-in-by-passkey").click();
    }

    Locator username() {
        return page.locator("#username");
    }

    Locator password() {
        return page.locator("#password");
    }

    /** Where the code goes, once it was asked for. */
    Locator code() {
        return page.locator("#code");
    }

    /** The word about why one is here. */
    Locator sessionMessage() {
        return page.getByTestId("session-message");
    }

    /** What was wrong with the last try. */
    Locator error() {
        return page.getByTestId("sign-in-error");
    }
}
