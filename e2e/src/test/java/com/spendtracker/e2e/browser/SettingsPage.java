package com.spendtracker.e2e.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

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
