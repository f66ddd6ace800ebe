package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.StackUnderTest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A code of an app besides the password, from the first to the last day. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class SecondFactorIT {
    private static final String PASSWORD = "seven quiet rivers";
    private static final int[] WIDTHS = {320, 390, 768, 1440};

    private final String username = UUID.randomUUID() + "@example.com";

    @Test
    void secondFactorWhenSetUpThenSigningInTakesACodeUntilItIsRemoved(Window window) {
        window.expectStatus(400);
        window.expectStatus(401);
        Dashboard dashboard = new SignUpPage(window).signUp(username, PASSWORD);
        SettingsPage settings = new SettingsPage(window).open();
        Authenticator app = new Authenticator(settings.beginSecondFactor(PASSWORD));
        assertThat(window.page().getByTestId("qr-code")).isVisible();
        assertThat(window.page().getByTestId("factor-link"))
                .hasAttribute("href", window.page().getByTestId("qr-code").getAttribute("data-text"));
        assertNothingSticksOut(window);
        settings.confirmSecondFactor(app.code(9));
        assertThat(window.page().locator("#factor-code-error")).containsText("not what the app shows");
        settings.confirmSecondFactor(app.code(0));
        List<String> recoveryCodes = settings.recoveryCodes();
        assertThat(recoveryCodes).hasSize(10);
        assertNothingSticksOut(window);
        settings.keepRecoveryCodes();
        assertThat(settings.secondFactor()).containsText("10 recovery codes");
        dashboard.signOut();

        SignInPage signIn = new SignInPage(window);
        signIn.submit(username, PASSWORD);
        assertThat(signIn.code()).isFocused();
        signIn.submitCode(app.code(9));
        assertThat(signIn.error()).isVisible();
        signIn.submitCode(app.code(1));
        assertThat(dashboard.welcome()).isVisible();
        dashboard.signOut();

        signIn.submit(username, PASSWORD);
        signIn.submitRecoveryCode(recoveryCodes.getFirst().toUpperCase(Locale.ROOT));
        assertThat(dashboard.welcome()).isVisible();
        settings.open();
        assertThat(settings.secondFactor()).containsText("9 recovery codes");

        settings.removeSecondFactor(PASSWORD);
        assertThat(window.page().getByTestId("factor-set-up")).isVisible();
        dashboard.signOut();
        signIn.submit(username, PASSWORD);
        assertThat(dashboard.welcome()).isVisible();
    }

    private static void assertNothingSticksOut(Window window) {
        for (int width : WIDTHS) {
            window.page().setViewportSize(width, Shown.HEIGHT);
            assertThat((Integer) window.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
    }
}
