package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the gateway adds: health, documentation, limits, security headers, deafness to forwarded headers. */
@ExtendWith(StackUnderTest.class)
class EdgeIT {
    private static final String[] FORWARDED = {
        "Forwarded", "for=192.0.2.1;host=evil.example;proto=https",
        "X-Forwarded-For", "192.0.2.1",
        "X-Forwarded-Host", "evil.example",
        "X-Forwarded-Port", "444",
        "X-Forwarded-Prefix", "/evil",
        "X-Forwarded-Proto", "https",
        "X-Forwarded-Ssl", "on",
        "X-Real-IP", "192.0.2.1",
        "X-Original-URL", "/evil",
        "X-Rewrite-URL", "/evil"
    };
    private static final int LOGIN_LIMIT = 16 * 1024;

    private final Stack stack;
    private final Api api;

    EdgeIT(Stack stack) {
        this.stack = stack;
        this.api = new Api(stack.gateway());
    }

    @Test
    void healthWhenAllIsUpThenHealthy() {
        Answer answer = api.get("/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(answer.body()).isEqualTo("{\"status\":\"healthy\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/sbom",
                "/actuator/sbom/application",
                "/META-INF/sbom/application.cdx.json",
                "/sbom/site.cdx.json",
                "/site.cdx.json"
            })
    void partsWhenAskedForThenToldNowhere(String path) {
        for (URI server : List.of(stack.gateway(), stack.auth(), stack.analytics())) {
            assertThat(new Api(server)
                            .getAs(Tokens.of(api, DemoUser.JOHN), path)
                            .body())
                    .doesNotContain("CycloneDX", "\"application\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/health",
                "/livez",
                "/readyz",
                "/v3/api-docs",
                "/.well-known/jwks.json"
            })
    void internalsWhenAskedForAtTheGatewayThenHidden(String path) {
        assertThat(api.get(path).body()).doesNotContain("\"status\":\"UP\"", "\"openapi\"", "\"_links\"", "\"keys\"");
    }

    @Test
    void actuatorWhenAskedForAtAServicesOwnPortThenNotThere() {
        for (URI server : List.of(stack.auth(), stack.analytics())) {
            Api service = new Api(server);
            assertThat(service.getAs(Tokens.of(api, DemoUser.JOHN), "/actuator/health")
                            .status())
                    .isEqualTo(404);
            assertThat(service.get("/readyz").body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void docsWhenOpenedThenPageAndItsAssetsLoad() {
        Answer page = api.get("/docs");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo("text/html");
        List<String> assets = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(match -> URI.create(stack.gateway() + "/docs")
                        .resolve(match.group(1))
                        .getPath())
                .toList();
        assertThat(assets)
                .isNotEmpty()
                .allSatisfy(asset -> assertThat(api.get(asset).status()).isEqualTo(200));
    }

    @Test
    void docsWhenReadThenListThePathsOfBothServices() {
        assertThat(openApi("auth").required("paths").propertyNames()).contains("/api/v1/login", "/api/v1/users/me");
        assertThat(openApi("analytics").required("paths").propertyNames())
                .contains(
                        "/api/v1/transactions",
                        "/api/v1/transactions/metrics",
                        "/api/v1/transactions/time-series",
                        "/api/v1/categories");
    }

    @Test
    void docsWhenReadThenRequestsGoToTheGateway() {
        for (String service : List.of("auth", "analytics")) {
            for (JsonNode server : openApi(service).path("servers")) {
                URI url = URI.create(server.required("url").stringValue());

                assertThat(stack.gateway().resolve(url).getAuthority())
                        .isEqualTo(stack.gateway().getAuthority());
            }
        }
    }

    @Test
    void loginWhenBodyIsDeclaredTooLargeThenRefusedUnread() {
        Answer answer = RawHttp.send(
                stack.gateway(),
                "POST /api/v1/login HTTP/1.1",
                "Content-Type: application/json",
                "Content-Length: " + (LOGIN_LIMIT + 1));

        Problems.assertProblem(answer, 413);
    }

    @Test
    void loginWhenChunkedBodyIsTooLargeThenRefused() {
        byte[] body = ("username=john&password=" + "x".repeat(LOGIN_LIMIT)).getBytes(StandardCharsets.US_ASCII);

        Problems.assertProblem(
                api.post(Api.LOGIN, Api.FORM, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))), 413);
    }

    @Test
    void loginWhenChunkedBodyIsWithinTheLimitThenRead() {
        byte[] body = "username=john.doe%40example.com&password=password123".getBytes(StandardCharsets.US_ASCII);

        assertThat(api.post(Api.LOGIN, Api.FORM, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void transactionsWhenBodyIsDeclaredTooLargeThenRefusedUnread() {
        Answer answer = RawHttp.send(
                stack.gateway(),
                "POST /api/v1/transactions HTTP/1.1",
                "Authorization: Bearer " + Tokens.of(api, DemoUser.JOHN),
                "Content-Type: application/json",
                "Content-Length: " + (1024 * 1024 + 1));

        Problems.assertProblem(answer, 413);
    }

    @Test
    void ownPortsWhenChunkedBodyIsTooLargeThenRefused() {
        byte[] body = ("{\"name\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}").getBytes(StandardCharsets.US_ASCII);

        Problems.assertProblem(
                new Api(stack.auth())
                        .post(Api.LOGIN, Api.JSON, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))),
                413);
        Problems.assertProblem(
                new Api(stack.analytics())
                        .post(
                                "/api/v1/accounts",
                                Api.JSON,
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                                "Authorization",
                                "Bearer " + Tokens.of(api, DemoUser.JOHN)),
                413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/health", "/api/v1/transactions", "/docs/openapi/auth", "/no/such/page"})
    void anyAnswerWhenReadThenHasSecurityHeaders(String path) {
        for (Answer answer : List.of(api.get(path), api.getAs(Tokens.of(api, DemoUser.JOHN), path))) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe-eval")
                    .doesNotContainPattern("script-src[^;]*unsafe");
            assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
        }
    }

    @Test
    void dataWhenReadThenNotKeptByCaches() {
        Answer answer = api.getAs(Tokens.of(api, DemoUser.JOHN), "/api/v1/transactions");

        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void dataWhenReadThenSaysHowManyRequestsAreLeft() {
        Answer answer = api.getAs(Tokens.of(api, DemoUser.JOHN), "/api/v1/categories");

        assertThat(answer.header("RateLimit-Policy")).matches("\"address\";q=\\d+;w=\\d+, \"user\";q=\\d+;w=\\d+");
        assertThat(answer.header("RateLimit")).matches("\"address\";r=\\d+;t=\\d+, \"user\";r=\\d+;t=\\d+");
    }

    @Test
    void dataWhenLargeThenCompressed() {
        Answer answer = api.get(
                "/api/v1/dashboard",
                "Authorization",
                "Bearer " + Tokens.of(api, DemoUser.JOHN),
                "Accept-Encoding",
                "gzip, deflate, br");

        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.body().length()).isLessThan(10_000);
    }

    @Test
    void dashboardWhenNotChangedThenSaidWithoutSendingIt() {
        String authorization = "Bearer " + Tokens.of(api, DemoUser.JOHN);
        String tag = api.get("/api/v1/dashboard", "Authorization", authorization, "Accept-Encoding", "gzip")
                .header("ETag");

        Answer again = api.get("/api/v1/dashboard", "Authorization", authorization, "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);

        Answer other =
                api.get("/api/v1/dashboard?categories=Travel", "Authorization", authorization, "If-None-Match", tag);
        assertThat(other.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/docs/openapi/auth",
                "/docs/openapi/analytics",
                "/api/v1/transactions?limit=2",
                "/api/v1/users/me",
                "/api/v1/nothing"
            })
    void anyAnswerWhenClientSendsForwardedHeadersThenTheSame(String path) {
        String authorization = "Bearer " + Tokens.of(api, DemoUser.JOHN);
        String[] headers = new String[FORWARDED.length + 2];
        System.arraycopy(FORWARDED, 0, headers, 2, FORWARDED.length);
        headers[0] = "Authorization";
        headers[1] = authorization;

        Answer plain = api.get(path, "Authorization", authorization);
        Answer forwarded = api.get(path, headers);

        assertThat(forwarded.status()).isEqualTo(plain.status());
        assertThat(withoutIds(forwarded.body())).isEqualTo(withoutIds(plain.body()));
        assertThat(lasting(forwarded)).isEqualTo(lasting(plain));
    }

    @Test
    void ownPortsWhenClientSendsForwardedHeadersThenNotBelieved() {
        for (URI service : List.of(stack.auth(), stack.analytics())) {
            assertThat(new Api(service).get("/v3/api-docs", FORWARDED).body()).doesNotContain("evil");
        }
    }

    @Test
    void requestIdWhenSentThenKeptIfPlain() {
        assertThat(api.get("/api/v1/transactions", "X-Request-Id", "abcdefgh-1234")
                        .header("X-Request-Id"))
                .isEqualTo("abcdefgh-1234");
        assertThat(api.get("/api/v1/transactions", "X-Request-Id", "<script>").header("X-Request-Id"))
                .matches("[0-9a-f]{16}");
    }

    private JsonNode openApi(String service) {
        return api.get("/docs/openapi/" + service).json();
    }

    private static String withoutIds(String body) {
        return body.replaceFirst("\"request_id\":\"[^\"]+\"", "");
    }

    private static Map<String, List<String>> lasting(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("date", "ratelimit", "x-request-id"));
        return headers;
    }
}
