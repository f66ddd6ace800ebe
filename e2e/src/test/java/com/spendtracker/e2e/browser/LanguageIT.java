package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.Filter;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages speak the language of their reader, numbers and dates included. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class LanguageIT {
    private static final String GERMAN = "de-DE";
    private static final Pattern GERMAN_AMOUNT = Pattern.compile("[\\d.]+,\\d{2}\\s\\S+$");
    private static final Pattern GERMAN_DATE = Pattern.compile("^\\d{1,2}\\. [A-Za-zä]{3,4}\\.? \\d{4}$");

    @Test
    void pagesWhenBrowserIsGermanThenGerman(@Shown(locale = GERMAN) Window window) {
        Page page = window.page();
        SignInPage signIn = new SignInPage(window).open();
        assertThat(heading(page)).hasText("Anmelden");
        assertSpeaks(page, GERMAN);

        Dashboard dashboard = signIn.signIn(DemoUser.JOHN);

        assertThat(dashboard.welcome()).hasText("Willkommen, John");
        assertThat(dashboard.total()).containsText(german(total(window)));
        assertThat(page).hasTitle("Übersicht · Spend Tracker");
        page.getByTestId("nav-transactions").click();
        assertThat(heading(page)).hasText("Buchungen");
        assertThat(page.getByTestId("row-amount").first()).hasText(GERMAN_AMOUNT);
        assertThat(page.locator("time").first()).hasText(GERMAN_DATE);
    }

    @Test
    void languageWhenChosenBeforeSignInThenKeptBehindIt(Window window) {
        SignInPage signIn = new SignInPage(window).open();
        assertThat(heading(window.page())).hasText("Sign in");

        window.page().getByTestId("language-de").click();

        assertThat(heading(window.page())).hasText("Anmelden");
        assertSpeaks(window.page(), "de");
        Dashboard dashboard = signIn.signIn(DemoUser.JOHN);
        assertThat(dashboard.total()).containsText(german(total(window)));
        assertThat(window.page().getByTestId("nav-transactions")).hasText("Buchungen");
    }

    @Test
    void languageWhenChosenInSettingsThenAllFollowsUntilItIsTheBrowsersAgain(Window window) {
        new SignInPage(window).open().signIn(DemoUser.JOHN);
        Page page = window.page();
        new SettingsPage(window).open();

        choose(page, "de");
        assertThat(heading(page)).hasText("Einstellungen");
        page.getByTestId("nav-categories").click();
        assertThat(heading(page)).hasText("Kategorien");

        new SettingsPage(window).open();
        choose(page, "");
        assertThat(heading(page)).hasText("Settings");
        assertSpeaks(page, "en-US");
    }

    @Test
    void problemWhenPageIsGermanThenGermanToo(@Shown(locale = GERMAN) Window window) {
        window.expectStatus(409);
        new SignInPage(window).open().signIn(DemoUser.JOHN);
        Page page = window.page();
        page.getByTestId("nav-categories").click();

        page.getByTestId("category-add").click();
        page.getByTestId("category-form")
                .getByRole(AriaRole.TEXTBOX)
                .fill(DemoUser.JOHN.twoCategories().getFirst());
        page.getByTestId("category-save").click();

        assertThat(page.getByTestId("category-form")).containsText("Eine Kategorie mit diesem Namen hast du schon.");
    }

    private static void choose(Page page, String language) {
        page.getByTestId("language-choice").selectOption(language);
        page.getByTestId("language").locator("button[type=submit]").click();
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static void assertSpeaks(Page page, String language) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    private static BigDecimal total(Window window) {
        return window.stack().ledger().spending(DemoUser.JOHN, Filter.NONE).total();
    }

    private static String german(BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.GERMANY);
        format.setMinimumFractionDigits(2);
        return format.format(amount);
    }
}
