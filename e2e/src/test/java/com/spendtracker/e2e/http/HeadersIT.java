package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of answer tells browsers and caches, and what is to be thought of it. */
@ExtendWith(StackUnderTest.class)
class HeadersIT {
    private static final Path SITE = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("../web-ui")
            .normalize();
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    private final Stack stack;
    private final Api api;

    HeadersIT(Stack stack) {
        this.stack = stack;
        this.api = new Api(stack.gateway());
    }

    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/no/such/page, 200",
        "/docs, 200",
        "/docs/openapi/auth, 200",
        "/docs/assets/swagger-ui.css, 200",
        "/health, 200",
        "/api/v1/categories, 200",
        "/api/v1/transactions?limit=0, 400",
        "/api/v1/nothing, 404",
        "/nothing.js, 404",
        "/api/v1/transactions%2f1, 400",
        "/api/v1/transactions?q=%zz, 400"
    })
    void answerWhenOfAnyKindThenSafeInABrowser(String path, int status) {
        assertSafe(ask(path, "Authorization: Bearer " + Tokens.of(api, DemoUser.JOHN)), status);
    }

    @Test
    void answerWhenWithoutTokenThenSafeInABrowser() {
        assertSafe(ask("/api/v1/categories", "Accept: */*"), 401);
    }

    @Test
    void assetWhenReadThenSafeInABrowserAndKept() {
        Answer asset = api.get(script());

        assertSafe(asset, 200);
        assertThat(asset.header("Cache-Control")).contains("immutable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/categories",
                "/api/v1/transactions?limit=0",
                "/api/v1/nothing",
                "/api/v1/%zz",
                "/api/v1//x"
            })
    void answerWhenOfTheApiThenKeptByNobody(String path) {
        assertThat(ask(path, "Authorization: Bearer " + Tokens.of(api, DemoUser.JOHN))
                        .header("Cache-Control"))
                .contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs"})
    void pageWhenReadThenAloneInItsWindowAndWithoutDevices(String path) {
        Answer page = api.get(path);

        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Permissions-Policy")).contains("camera=()", "geolocation=()", "microphone=()");
    }

    /** Google's evaluator comes with the site's tools, and runs on what the site is built with. */
    @Test
    void policiesWhenServedThenTheEvaluatorHasNothingGraveToSay() throws IOException, InterruptedException {
        assumeTrue(Files.exists(SITE.resolve("node_modules/csp_evaluator")));
        StringBuilder policies = new StringBuilder();
        for (String path : new String[] {"/", "/docs", script(), "/api/v1/categories", "/health"}) {
            policies.append(api.get(path).header("Content-Security-Policy")).append('\n');
        }

        assertThat(evaluate(policies.toString())).isEmpty();
        assertThat(evaluate("script-src 'unsafe-inline'\n")).contains("HIGH"); // so that it does say something
    }

    private static String evaluate(String policies) throws IOException, InterruptedException {
        Process evaluator = new ProcessBuilder("node", "scripts/csp.mjs")
                .directory(SITE.toFile())
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = evaluator.getOutputStream()) {
            in.write(policies.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(evaluator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(evaluator.waitFor()).as(said).isZero();
        return said;
    }

    private static void assertSafe(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin");
    }

    private String script() {
        Matcher script = SCRIPT.matcher(api.get("/").body());
        assertThat(script.find()).isTrue();
        return script.group(1);
    }

    // Past the client's own idea of what an address may be.
    private Answer ask(String path, String header) {
        return RawHttp.send(stack.gateway(), "GET " + path + " HTTP/1.1", header);
    }
}
