package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.StackUnderTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people change about their account in a browser, and how they leave. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class SettingsIT {
    private static final String PASSWORD = "seven quiet rivers";
    private static final String OTHER_PASSWORD = "nine green mountains";

    /** Either side of where the bar's layout changes. */
    private static final int[] WIDTHS = {320, 390, 599, 600, 719, 720, 839, 840, 1280};

    private final String username = UUID.randomUUID() + "@example.com";

    @Test
    void profileWhenSavedThenDashboardGreetsByTheNewName(Window window) {
        SettingsPage settings = signUp(window);

        settings.saveName("Sam Example");

        assertThat(settings.profileSaved()).containsText("saved");
        window.page().getByTestId("nav-dashboard").click();
        assertThat(new Dashboard(window.page()).welcome()).containsText("Sam");
    }

    @Test
    void passwordWhenCurrentIsWrongOrNewIsWeakThenNamesTheField(Window window) {
        window.expectStatus(400);
        SettingsPage settings = signUp(window);

        settings.changePassword("not this one", OTHER_PASSWORD);
        assertThat(window.page().locator("#current_password-error")).containsText("not your password");
        assertThat(settings.currentPassword()).isFocused();

        settings.changePassword(PASSWORD, "PasswordPassword");
        assertThat(window.page().locator("#new_password-error")).containsText("anybody would guess");
        assertThat(settings.newPassword()).isFocused();
    }

    @Test
    void passwordWhenChangedThenOnlyTheNewOneSignsIn(Window window) {
        window.expectStatus(401);
        SettingsPage settings = signUp(window);
        settings.changePassword(PASSWORD, OTHER_PASSWORD);
        assertThat(settings.passwordChanged()).containsText("changed");
        Dashboard dashboard = new Dashboard(window.page());
        dashboard.signOut();

        SignInPage signIn = new SignInPage(window);
        signIn.submit(username, PASSWORD);
        assertThat(signIn.error()).containsText("do not match");
        signIn.submit(username, OTHER_PASSWORD);

        assertThat(dashboard.welcome()).containsText("Alex");
    }

    @Test
    void sessionAndTokenWhenTakenBackThenNeitherLetsAnybodyIn(Window window, Window other) {
        other.expectStatus(401);
        SettingsPage settings = signUp(window);
        new SignInPage(other).open().submit(username, PASSWORD);
        assertThat(new Dashboard(other.page()).welcome()).isVisible();
        Program program = new Program(window.stack(), settings.createToken("Backup", PASSWORD));
        assertThat(settings.tokens()).containsText("Backup");
        assertThat(program.get("/api/v1/transactions")).isEqualTo(200);
        assertThat(program.delete("/api/v1/transactions/1")).isEqualTo(403);
        assertThat(program.get("/api/v1/users/me/tokens")).isEqualTo(403);
        window.page().reload();
        assertThat(settings.sessions()).hasCount(2);
        assertThat(settings.sessions().first()).containsText("This browser");

        settings.endOtherSession();
        settings.revokeToken();

        assertThat(settings.sessions()).hasCount(1);
        assertThat(settings.tokens()).hasCount(0);
        window.page().waitForCondition(() -> program.get("/api/v1/transactions") == 401);
        SignInPage signIn = new SignInPage(other);
        other.reloadUntil(() -> signIn.password().isVisible());
        assertThat(signIn.sessionMessage()).containsText("has ended");
    }

    @Test
    void deletionWhenNotConfirmedThenAccountStays(Window window) {
        window.expectStatus(400);
        SettingsPage settings = signUp(window).beginDeletion();

        settings.confirmDeletion("somebody@example.com", PASSWORD);
        assertThat(window.page().locator("#confirmation-error")).isVisible();
        assertThat(settings.confirmation()).isFocused();
        settings.confirmDeletion(username, "not this one");
        assertThat(window.page().locator("#password-error")).containsText("not your password");
        assertThat(settings.deletionPassword()).isFocused();

        window.page().reload();
        assertThat(window.page().getByTestId("signed-in-as")).containsText(username);
    }

    @Test
    void deletionWhenConfirmedThenNobodySignsInAnyMore(Window window) {
        window.expectStatus(401);

        signUp(window).beginDeletion().confirmDeletion(username, PASSWORD);

        SignInPage signIn = new SignInPage(window);
        assertThat(signIn.sessionMessage()).containsText("deleted");
        signIn.submit(username, PASSWORD);
        assertThat(signIn.error()).containsText("do not match");
    }

    @Test
    void settingsWhenWindowIsOfAnyWidthThenNothingSticksOut(Window window) {
        SettingsPage settings = signUp(window);
        assertThat(settings.currentPassword()).isVisible();

        for (int width : WIDTHS) {
            window.page().setViewportSize(width, Shown.HEIGHT);
            assertThat((Integer) window.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
    }

    /** Opens an account as somebody new, and is on its settings. */
    private SettingsPage signUp(Window window) {
        new SignUpPage(window).signUp(username, PASSWORD);
        return new SettingsPage(window).open();
    }
}
