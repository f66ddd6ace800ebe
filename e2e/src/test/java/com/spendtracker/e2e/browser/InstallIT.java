package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page as an app: a browser would install it, and it opens without a connection. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class InstallIT {
    private static final String IS_KEPT = "navigator.serviceWorker.controller !== null";
    private static final String KEPT_PATHS = """
            async () => {
              const names = await caches.keys();
              const requests = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
              return requests.flat().map(request => new URL(request.url).pathname);
            }""";

    @Test
    void manifestThenBrowserWouldInstallTheApp(Window window) {
        new SignInPage(window).open();
        CDPSession browser = window.page().context().newCDPSession(window.page());

        JsonObject manifest = browser.send("Page.getAppManifest");
        assertThat(manifest.getAsJsonArray("errors")).isEmpty();
        assertThat(manifest.get("data").getAsString()).contains("\"short_name\"", "\"maskable\"", "\"shortcuts\"");
        JsonArray objections = browser.send("Page.getInstallabilityErrors").getAsJsonArray("installabilityErrors");
        // A test's window is a private one, in which nothing can be installed.
        assertThat(objections)
                .extracting(JsonElement::getAsJsonObject)
                .extracting(objection -> objection.get("errorId").getAsString())
                .isSubsetOf("in-incognito");
    }

    @Test
    void connectionWhenLostThenAllPagesOpenStillAndNoDataIsKept(Window window) {
        new SignInPage(window).open().signIn(DemoUser.JOHN);
        Page page = window.page();
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(IS_KEPT)));

        window.setOffline(true);
        page.reload();

        assertThat(page.getByTestId("offline")).isVisible();
        for (String name : List.of("transactions", "import", "categories", "settings", "dashboard")) {
            page.getByTestId("nav-" + name).click();
            assertThat(page.getByTestId("nav-" + name)).hasAttribute("aria-current", "page");
            assertThat(page.locator("main")).isVisible();
        }
        assertThat(page.evaluate(KEPT_PATHS).toString()).contains("/assets/").doesNotContain("/api/");

        window.setOffline(false);
        page.reload();
        assertThat(new Dashboard(page).welcome()).containsText(DemoUser.JOHN.firstName());
        assertThat(page.getByTestId("offline")).not().isVisible();
    }
}
