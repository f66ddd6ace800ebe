package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Brings people who are new here to where a test begins. */
final class Newcomers {
    private Newcomers() {}

    /** Somebody new who has imported a statement of these lines, each a date, a payee and an amount; on its report. */
    static Page withStatement(Window window, String lines) {
        new SignUpPage(window).signUp(UUID.randomUUID() + "@example.com", "seven quiet rivers");
        Page page = window.page();
        page.getByTestId("nav-import").click();
        byte[] file = ("Date,Payee,Amount\n" + lines).getBytes(StandardCharsets.UTF_8);
        page.getByTestId("import-file").setInputFiles(new FilePayload("statement.csv", "text/csv", file));
        page.getByTestId("import-confirm").click();
        assertThat(page.getByTestId("import-report")).isVisible();
        return page;
    }
}
