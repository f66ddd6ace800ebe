package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Views of the dashboard: saved, applied, opened with, changed, deleted and brought back. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class ViewsIT {
    private static final String PASSWORD = "seven quiet rivers";
    private static final int NARROW = 320;
    private static final String GROCERIES = "/?from=2026-01-01&to=2026-01-31&categories=Groceries";
    private static final Pattern ALL = Pattern.compile(".*/");
    private static final Pattern ONLY_GROCERIES =
            Pattern.compile(".*/\\?from=2026-01-01&to=2026-01-31&categories=Groceries");
    private static final Pattern ONLY_TRAVEL = Pattern.compile(".*/\\?categories=Travel");

    private final String username = UUID.randomUUID() + "@example.com";

    @Test
    void viewThenSavedAppliedAndOpenedWithOnTheNextSignIn(Window window) {
        Page page = signUp(window);
        page.navigate(GROCERIES);
        save(page, "Food in January", true);
        assertThat(button(page)).hasText("Food in January");

        page.reload();
        assertThat(button(page)).hasText("Food in January");
        new Dashboard(page).clearFilters();
        assertThat(page).hasURL(ALL);
        assertThat(button(page)).hasText("Views");
        page.reload();
        assertThat(page).hasURL(ALL);
        apply(page, "Food in January");
        assertThat(page).hasURL(ONLY_GROCERIES);
        page.goBack();
        assertThat(page).hasURL(ALL);

        new Dashboard(page).signOut();
        new SignInPage(window).submit(username, PASSWORD);
        assertThat(page).hasURL(ONLY_GROCERIES);
        assertThat(button(page)).hasText("Food in January");
        page.getByTestId("nav-transactions").click();
        page.getByTestId("nav-dashboard").click();
        assertThat(page).hasURL(ONLY_GROCERIES);
        page.navigate("/?categories=Travel");
        page.getByTestId("nav-dashboard").click();
        assertThat(page).hasURL(ONLY_GROCERIES);
    }

    @Test
    void viewThenUpdatedRenamedDeletedAndBroughtBack(Window window) {
        Page page = signUp(window);
        page.navigate("/?categories=Groceries");
        save(page, "Food", true);

        page.navigate(GROCERIES);
        apply(page, "Food");
        new Dashboard(page).category("Groceries").click();
        new Dashboard(page).category("Travel").click();
        choose(page, "view-update");
        assertThat(button(page)).hasText("Food");
        choose(page, "view-rename");
        assertThat(page.getByTestId("view-name")).hasValue("Food");
        page.getByTestId("view-name").fill("On the road");
        page.keyboard().press("Enter");
        assertThat(button(page)).hasText("On the road");

        choose(page, "view-delete");
        assertThat(button(page)).hasText("Views");
        page.navigate("/");
        assertThat(page).hasURL(ALL);
        page.navigate("/?categories=Travel");
        save(page, "Travels", false);
        choose(page, "view-delete");
        page.getByTestId("notice-action").click();
        assertThat(button(page)).hasText("Travels");
        choose(page, "view-default");
        assertThat(page.getByTestId("notice")).containsText("opens with “Travels”");
        page.navigate("/");
        assertThat(page).hasURL(ONLY_TRAVEL);
    }

    @Test
    void nameWhenTakenThenTheFieldSaysSo(Window window) {
        window.expectStatus(409);
        Page page = signUp(window);
        page.navigate("/?categories=Groceries");
        save(page, "Mine", false);
        page.navigate("/?categories=Travel");
        choose(page, "view-save");
        page.getByTestId("view-name").fill("MINE");
        page.keyboard().press("Enter");
        assertThat(page.locator("#view-name-error")).hasText("This is the name of another of your views.");
        assertThat(page.getByTestId("view-name")).isFocused();
    }

    @Test
    void menuThenUsedByKeysAlone(Window window) {
        Page page = signUp(window);
        page.navigate("/?categories=Groceries");
        save(page, "Food", false);
        page.navigate("/?categories=Travel");
        save(page, "Travel", false);

        button(page).focus();
        page.keyboard().press("ArrowDown");
        assertThat(view(page, "Food")).isFocused();
        page.keyboard().press("t");
        assertThat(view(page, "Travel")).isFocused();
        page.keyboard().press("Escape");
        assertThat(button(page)).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(button(page)).hasText("Food");
        assertThat(button(page)).isFocused();
    }

    @Test
    void menuAndDialogsWhenTheWindowIsNarrowThenNothingIsWrongAndNothingSticksOut(
            @Shown(width = NARROW) Window window) {
        Page page = signUp(window);
        page.navigate("/");
        button(page).click();
        assertThat(page.getByTestId("views-hint")).containsText("under a name");
        Axe.assertNothingWrong(page, "no views");
        page.keyboard().press("Escape");
        page.navigate(GROCERIES);
        choose(page, "view-save");
        Axe.assertNothingWrong(page, "saving");
        page.keyboard().press("Escape");
        save(
                page,
                "What everybody at home has eaten since the beginning of the year, without what was eaten out",
                true);
        button(page).click();
        Axe.assertNothingWrong(page, "a view is shown");
        BoundingBox box = page.getByTestId("views-menu").boundingBox();
        assertThat(box.x).isNotNegative();
        assertThat(box.x + box.width).isLessThanOrEqualTo(NARROW);
    }

    private Page signUp(Window window) {
        new SignUpPage(window).signUp(username, PASSWORD);
        return window.page();
    }

    private static void save(Page page, String name, boolean isDefault) {
        choose(page, "view-save");
        page.getByTestId("view-name").fill(name);
        page.getByTestId("view-is-default").setChecked(isDefault);
        page.keyboard().press("Enter");
        assertThat(button(page)).hasText(name);
    }

    private static void apply(Page page, String name) {
        button(page).click();
        view(page, name).click();
        assertThat(button(page)).hasText(name);
    }

    private static void choose(Page page, String testId) {
        button(page).click();
        page.getByTestId(testId).click();
    }

    private static Locator button(Page page) {
        return page.getByTestId("views-button");
    }

    private static Locator view(Page page, String name) {
        return page.locator("[data-testid=view][data-name='" + name + "']");
    }
}
