package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page comes with the strict content security policy and keeps to it: what breaks it fails any test of a page. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class PolicyIT {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'; form-action 'self'; require-trusted-types-for 'script'; "
                    + "trusted-types vue service-worker";
    private static final List<String> OPEN_PAGES = List.of("/sign-in", "/sign-up", "/no/such/page");
    private static final List<String> PAGES = List.of("/", "/transactions", "/import", "/categories", "/settings");

    @Test
    void everyPageWhenOpenedThenHasThePolicyAndKeepsToIt(Window window) {
        Page page = window.page();
        OPEN_PAGES.forEach(path -> assertPolicy(page, path));
        new SignInPage(window).open().signIn(DemoUser.JANE);
        PAGES.forEach(path -> assertPolicy(page, path));
    }

    private static void assertPolicy(Page page, String path) {
        Response answer = Objects.requireNonNull(page.navigate(path));
        assertThat(answer.headerValue("content-security-policy")).isEqualTo(POLICY);
        assertThat(answer.headerValue("permissions-policy")).contains("camera=()");
        assertThat(page.locator("h1")).isVisible();
    }
}
