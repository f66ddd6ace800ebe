package com.spendtracker.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.spendtracker.e2e.stack.Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A browser window on the stack that writes down whatever the page complains about. */
final class Window implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 20_000;
    private static final double RELOAD_PAUSE_MILLIS = 1_000;
    private static final Set<String> COMPLAINTS = Set.of("error", "warning");
    private static final String REPORT_VIOLATIONS = """
            document.addEventListener('securitypolicyviolation', violation =>
                console.error('policy violation: ' + violation.violatedDirective + ' ' + violation.blockedURI));""";

    private final BrowserContext context;
    private final Page page;
    private final Stack stack;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    Window(Chromium chromium, Stack stack, Browser.NewContextOptions options) {
        this.stack = stack;
        this.context = chromium.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        context.addInitScript(REPORT_VIOLATIONS);
        this.page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(error -> complaints.add("uncaught: " + error));
    }

    Page page() {
        return page;
    }

    Stack stack() {
        return stack;
    }

    /** Says that the page is meant to meet an answer of this status, which browsers always write to the console. */
    void expectStatus(int status) {
        expected.add("the server responded with a status of " + status);
    }

    /**
     * Takes the connection away, or gives it back; browsers write to the console what can't be reached meanwhile, and so
     * does the page of a part of it that was about to be loaded.
     */
    void setOffline(boolean offline) {
        expected.addAll(List.of("net::ERR_", "Unable to preload", "Failed to fetch dynamically imported module"));
        context.setOffline(offline);
    }

    /** Fails if the page wrote an error or a warning, threw, or broke its content security policy. */
    void assertNoComplaints() {
        assertThat(complaints)
                .filteredOn(complaint -> expected.stream().noneMatch(complaint::contains))
                .isEmpty();
    }

    /** Loads the page anew as often as it takes, as for what counts within seconds only. */
    void reloadUntil(BooleanSupplier condition) {
        page.waitForCondition(() -> {
            page.reload();
            page.waitForTimeout(RELOAD_PAUSE_MILLIS);
            return condition.getAsBoolean();
        });
    }

    void takePicture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }

    private void note(ConsoleMessage message) {
        if (COMPLAINTS.contains(message.type())) {
            complaints.add(message.type() + ": " + message.text() + " " + message.location());
        }
    }
}
