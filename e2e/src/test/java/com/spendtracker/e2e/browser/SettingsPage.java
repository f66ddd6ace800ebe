package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The settings, as a person uses them. */
final class SettingsPage {
    private final Page page;

    SettingsPage(Window window) {
        this.page = window.page();
    }

    SettingsPage open() {
        page.getByTestId("nav-settings").click();
        return this;
    }

    void saveName(String name) {
        field("Your name").fill(name);
        page.getByText("Save the profile").click();
    }

    void changePassword(String current, String wanted) {
        currentPassword().fill(current);
        newPassword().fill(wanted);
        page.getByText("Change the password").click();
    }

    SettingsPage beginDeletion() {
        page.getByTestId("deletion-begin").click();
        return this;
    }

    void confirmDeletion(String username, String password) {
        confirmation().fill(username);
        deletionPassword().fill(password);
        page.getByTestId("deletion-confirm").click();
    }

    /** Ends the only session that is another than this one. */
    SettingsPage endOtherSession() {
        page.locator("[data-testid=session-row][data-current=false]")
                .getByTestId("session-end")
                .click();
        return this;
    }

    void signOutEverywhere() {
        page.getByTestId("sessions-everywhere").click();
        page.getByTestId("everywhere-confirm").click();
    }

    /** Adds the first one. */
    void addPasskey(String name, String password) {
        page.getByTestId("passkey-add").click();
        page.locator("#passkey-name").fill(name);
        page.locator("#passkey-password").fill(password);
        page.getByTestId("passkey-next").click();
        assertThat(passkeys()).hasCount(1);
    }

    /** Removes the only one. */
    void removePasskey() {
        page.getByTestId("passkey-remove").click();
        page.getByTestId("passkey-removal-confirm").click();
    }

    Locator passkeys() {
        return page.getByTestId("passkey-row");
    }

    /** Creates an API token as the form proposes it, and says what it is. */
    String createToken(String name, String password) {
        page.getByTestId("token-add").click();
        page.locator("#token-name").fill(name);
        page.locator("#token-password").fill(password);
        page.getByTestId("token-create").click();
        String token = page.getByTestId("token-value").inputValue();
        page.getByTestId("token-done").click();
        return token;
    }

    void revokeToken() {
        page.getByTestId("token-revoke").click();
        page.getByTestId("revoke-confirm").click();
    }

    /** Begins to set up a second factor, and says what its secret is. */
    String beginSecondFactor(String password) {
        page.getByTestId("factor-set-up").click();
        page.locator("#factor-password").fill(password);
        page.getByTestId("factor-begin").click();
        return page.getByTestId("factor-secret").inputValue();
    }

    void confirmSecondFactor(String code) {
        page.locator("#factor-code").fill(code);
        page.getByTestId("factor-confirm").click();
    }

    List<String> recoveryCodes() {
        return page.getByTestId("recovery-codes-value").inputValue().lines().toList();
    }

    void keepRecoveryCodes() {
        page.getByTestId("recovery-codes-done").click();
    }

    void removeSecondFactor(String password) {
        page.getByTestId("factor-remove").click();
        page.locator("#factor-own-password").fill(password);
        page.getByTestId("factor-dialog-confirm").click();
    }

    /** How it is with the second factor, once there is one. */
    Locator secondFactor() {
        return page.getByTestId("factor-state");
    }

    /** Where one is signed in, this browser first. */
    Locator sessions() {
        return page.getByTestId("session-row");
    }

    Locator tokens() {
        return page.getByTestId("token-row");
    }

    Locator currentPassword() {
        return field("Current password");
    }

    Locator newPassword() {
        return field("New password");
    }

    Locator confirmation() {
        return page.locator("#confirmation");
    }

    Locator deletionPassword() {
        return field("Your password");
    }

    /** What is said once the profile is saved. */
    Locator profileSaved() {
        return page.getByTestId("profile-done");
    }

    /** What is said once the password is changed. */
    Locator passwordChanged() {
        return page.getByTestId("password-change-done");
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }
}
