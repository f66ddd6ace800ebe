package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.Filter;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in and out in a browser, and how a session ends. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class SessionIT {
    private static final String PASSWORD = "seven quiet rivers";
    private static final Integer NOTHING_KEPT = 0;
    private static final Pattern SIGN_IN_PAGE = Pattern.compile(".*/sign-in(\\?.*)?$");

    @Test
    void signInWhenPasswordIsWrongThenSaysSo(Window window) {
        window.expectStatus(401);
        SignInPage page = new SignInPage(window).open();

        page.submit(DemoUser.JOHN.username(), "wrong");

        assertThat(page.error()).containsText("do not match");
        assertThat(page.password()).isFocused();
        page.signIn(DemoUser.JOHN);
    }

    @Test
    void signInWhenTriedTooOftenThenSaysHowLongToWait(Window window) {
        window.expectStatus(429);
        String username = UUID.randomUUID() + "@example.com";
        SignInPage page = new SignInPage(window).open();
        guessUntilThereIsTimeToType(window, username);

        page.submit(username, "wrong");

        assertThat(page.error()).containsText(Pattern.compile("Too many wrong passwords\\. Try again in \\d+ second"));
    }

    private static void guessUntilThereIsTimeToType(Window window, String username) {
        FormData wrong = FormData.create().set("username", username).set("password", "wrong");
        int wait = 0;
        while (wait < 4) {
            APIResponse answer = window.page()
                    .request()
                    .post("/api/v1/login", RequestOptions.create().setForm(wrong));
            wait = Integer.parseInt(answer.headers().getOrDefault("retry-after", "0"));
        }
    }

    @Test
    void signInWhenFieldsAreEmptyThenNamesThem(Window window) {
        SignInPage page = new SignInPage(window).open();

        page.submit("", "");

        assertThat(window.page().getByText("Enter your username.")).isVisible();
        assertThat(window.page().getByText("Enter your password.")).isVisible();
        assertThat(page.username()).isFocused();
    }

    @Test
    void addressWhenNotSignedInThenSignInLeadsBackToIt(Window window) {
        window.page().navigate("/?categories=Groceries");

        assertThat(window.page()).hasURL(SIGN_IN_PAGE);
        Dashboard dashboard = new SignInPage(window).signIn(DemoUser.JOHN);
        assertThat(window.page()).hasURL(Pattern.compile(".*/\\?categories=Groceries$"));
        assertThat(dashboard.category("Groceries")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void sessionWhenEndedFromElsewhereThenReturnsToSignInWithAWordAboutWhy(Window window, Window elsewhere) {
        window.expectStatus(401);
        String username = UUID.randomUUID() + "@example.com";
        Dashboard dashboard = new SignUpPage(window).signUp(username, PASSWORD);
        new SignInPage(elsewhere).open().submit(username, PASSWORD);

        new SettingsPage(elsewhere).open().signOutEverywhere();

        assertThat(new SignInPage(elsewhere).sessionMessage()).containsText("You have signed out");
        SignInPage signIn = new SignInPage(window);
        window.reloadUntil(() -> signIn.password().isVisible());
        assertThat(window.page()).hasURL(SIGN_IN_PAGE);
        assertThat(signIn.sessionMessage()).containsText("has ended");
        assertThat(dashboard.total()).hasCount(0);
        signIn.submit(username, PASSWORD);
        assertThat(dashboard.welcome()).isVisible();
    }

    @Test
    void pageWhenSignedInThenHoldsNothingThatProvesIt(Window window) {
        new SignInPage(window).open().signIn(DemoUser.JOHN);

        assertThat(window.page().context().cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
        });
        assertThat(window.page().evaluate("document.cookie")).isEqualTo("");
        assertThat(window.page().evaluate("Object.keys(localStorage)").toString())
                .isEqualTo("[spend-tracker.session]");
        assertThat(window.page().evaluate("Object.keys(sessionStorage)").toString())
                .isEqualTo("[spend-tracker.full-name]");
        assertThat(window.page()
                        .evaluate("localStorage.getItem('spend-tracker.session')")
                        .toString())
                .matches("[-0-9]{10}T[:.0-9]{12}Z");
    }

    @Test
    void tabWhenAnotherSignsOutOrInThenFollows(Window window) {
        Dashboard dashboard = new SignInPage(window).open().signIn(DemoUser.JOHN);
        Page tab = window.page().context().newPage();
        tab.navigate("/");
        assertThat(new Dashboard(tab).welcome()).containsText(DemoUser.JOHN.firstName());

        dashboard.signOut();

        assertThat(tab).hasURL(SIGN_IN_PAGE);
        assertThat(tab.getByTestId("session-message")).containsText("signed out");
        assertThat(new Dashboard(tab).total()).hasCount(0);

        new SignInPage(window).signIn(DemoUser.JANE);

        assertThat(new Dashboard(tab).welcome()).containsText(DemoUser.JANE.firstName());
    }

    @Test
    void signOutWhenServerIsOutOfReachThenToldLater(Window window) {
        Dashboard dashboard = new SignInPage(window).open().signIn(DemoUser.JOHN);
        window.setOffline(true);

        dashboard.signOut();

        SignInPage signIn = new SignInPage(window);
        assertThat(window.page()).hasURL(SIGN_IN_PAGE);
        assertThat(signIn.sessionMessage()).containsText("could not be reached");
        assertThat(window.page().context().cookies()).isNotEmpty();
        window.setOffline(false);
        window.page().waitForCondition(() -> window.page().context().cookies().isEmpty());
        assertThat(signIn.sessionMessage()).containsText("You have signed out.");
    }

    @Test
    void signOutThenBackButtonShowsNothing(Window window) {
        SignInPage signIn = new SignInPage(window).open();
        Dashboard dashboard = signIn.signIn(DemoUser.JOHN);
        dashboard.toggleCategories(DemoUser.JOHN.twoCategories());
        Figures shown = Figures.expected(
                window.stack().ledger(), DemoUser.JOHN, Filter.in(DemoUser.JOHN.twoCategories()), "month");
        dashboard.assertShows(shown);

        dashboard.signOut();

        assertThat(window.page()).hasURL(SIGN_IN_PAGE);
        assertThat(signIn.sessionMessage()).containsText("signed out");
        window.page().goBack();
        assertThat(window.page()).hasURL(SIGN_IN_PAGE);
        assertThat(signIn.password()).isVisible();
        assertThat(dashboard.total()).hasCount(0);
        assertThat(dashboard.transactionsTable()).hasCount(0);
        window.page()
                .waitForCondition(() ->
                        NOTHING_KEPT.equals(window.page().evaluate("sessionStorage.length + localStorage.length")));
        assertThat(window.page().context().cookies()).isEmpty();
    }

    @Test
    void windowWhenOthersUseItLaterThenShowsOnlyTheirs(Window window) {
        Dashboard johns = new SignInPage(window).open().signIn(DemoUser.JOHN);
        johns.assertShows(Figures.expected(window.stack().ledger(), DemoUser.JOHN, Filter.NONE, "month"));
        johns.signOut();

        Dashboard janes = new SignInPage(window).signIn(DemoUser.JANE);

        janes.assertShows(Figures.expected(window.stack().ledger(), DemoUser.JANE, Filter.NONE, "month"));
    }
}
