package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Staying signed in through the gateway, in a browser and in programs, and those who try to with what is not theirs. */
@ExtendWith(StackUnderTest.class)
class SessionsIT {
    private static final String PASSWORD = "seven quiet rivers";
    private static final String DATA = "/api/v1/transactions";
    private static final String SESSIONS = "/api/v1/users/me/sessions";
    private static final String TOKENS = "/api/v1/users/me/tokens";
    private static final int AT_ONCE = 50;

    /** How long an ended session or a revoked token may still be taken for valid, and then some for a slow machine. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Stack stack;
    private final Api api;
    private final String username = UUID.randomUUID() + "@example.com";

    SessionsIT(Stack stack) {
        this.stack = stack;
        this.api = new Api(stack.gateway());
        assertThat(post("/api/v1/users", credentials("")).status()).isEqualTo(201);
    }

    @Test
    void refreshWhenFiftyAskAtOnceThenOneLineage() throws Exception {
        String first = refreshToken();

        Set<String> next = atOnce(() -> text(refresh(first), "refresh_token"));

        assertThat(next).hasSize(1);
        assertThat(refresh(next.iterator().next()).status()).isEqualTo(200);
        assertThat(events()).doesNotContain("token-reused");
    }

    @Test
    void refreshWhenATokenIsUsedAgainAfterTheGraceThenTheWholeFamilyEndsAndTheOwnerSeesIt() throws Exception {
        String stolen = refreshToken();
        String next = text(refresh(stolen), "refresh_token");
        assertThat(text(refresh(stolen), "refresh_token")).isEqualTo(next);
        Thread.sleep(Duration.ofSeconds(11));

        Problems.assertUnauthenticated(refresh(stolen));

        Problems.assertUnauthenticated(refresh(next));
        assertThat(events()).contains("token-reused");
        assertThat(api.getAs(accessToken(), SESSIONS).json().size()).isZero();
    }

    @Test
    void cookieThenTheDashboardsRequestsWorkAndNoneOfThemHasAToken() {
        Answer signIn = signInInBrowser();

        assertThat(signIn.body()).isEmpty();
        assertThat(signIn.header("Set-Cookie")).contains("HTTPOnly", "SameSite=Strict", "Path=/");
        String cookie = cookieOf(signIn);
        assertThat(api.get(DATA, "Cookie", cookie).status()).isEqualTo(200);
        assertThat(api.get("/api/v1/users/me", "Cookie", cookie)
                        .json()
                        .required("username")
                        .stringValue())
                .isEqualTo(username);
    }

    @Test
    void cookieWhenAnAccessTokenComesAlongThenRefused() {
        Problems.assertProblem(api.get(DATA, "Cookie", cookie(), "Authorization", "Bearer " + accessToken()), 400);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "a form of another site cannot send the header, ''",
                "a script of another site, X-Requested-With=spend-tracker Sec-Fetch-Site=cross-site",
                "a script of a neighbouring site, X-Requested-With=spend-tracker Sec-Fetch-Site=same-site",
                "an older browser on another site, X-Requested-With=spend-tracker Origin=http://evil.example",
                "a page without an origin, X-Requested-With=spend-tracker Origin=null",
                "somebody who leaves out where it comes from, X-Requested-With=spend-tracker"
            })
    void cookieWhenAnotherSiteMakesTheBrowserSendItThenNothingChanges(String who, String headers) {
        String cookie = cookie();

        Answer answer = api.send("DELETE", SESSIONS, headers(cookie, headers));

        Problems.assertProblem(answer, 403);
        assertThat(api.get(DATA, "Cookie", cookie).status()).as(who).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "sts_", "sts_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "' OR true --"})
    void cookieWhenGuessedThenUnauthenticated(String guess) {
        Problems.assertUnauthenticated(api.get(DATA, "Cookie", "spend-tracker-session=" + guess));
    }

    @Test
    void cookieWhenShownToAServiceItselfThenUnauthenticated() {
        String cookie = cookie();

        for (URI door : List.of(stack.analytics(), stack.auth())) {
            Problems.assertUnauthenticated(new Api(door).get("/api/v1/users/me", "Cookie", cookie));
        }
    }

    @Test
    void signInWhenABrowserWasGivenASessionBeforeThenItsOwnIsAnother() {
        String planted = cookie();

        Answer signIn = post(
                "/api/v1/session",
                credentials(""),
                headers(planted, "X-Requested-With=spend-tracker Sec-Fetch-Site=same-origin"));

        assertThat(cookieOf(signIn)).isNotEqualTo(planted);
        Problems.assertUnauthenticated(api.get(DATA, "Cookie", planted));
    }

    @Test
    void signInWhenAnotherSiteSendsItThenRefused() {
        Answer signIn = post(
                "/api/v1/session",
                credentials(""),
                "X-Requested-With",
                "spend-tracker",
                "Sec-Fetch-Site",
                "cross-site");

        Problems.assertProblem(signIn, 403);
        assertThat(signIn.header("Set-Cookie")).isEmpty();
    }

    @Test
    void signOutThenTheCookieIsWorthNothing() {
        String cookie = cookie();

        Answer signOut = api.send(
                "POST", "/api/v1/logout", headers(cookie, "X-Requested-With=spend-tracker Sec-Fetch-Site=same-origin"));

        assertThat(signOut.status()).isEqualTo(204);
        assertThat(signOut.header("Set-Cookie")).contains("Max-Age=0");
        Problems.assertUnauthenticated(api.get(DATA, "Cookie", cookie));
    }

    @Test
    void signOutEverywhereThenEverySessionEndsSoon() throws Exception {
        String cookie = cookie();
        String program = refreshToken();
        assertThat(api.get(DATA, "Cookie", cookie).status()).isEqualTo(200);

        assertThat(api.send("DELETE", SESSIONS, "Authorization", "Bearer " + accessToken())
                        .status())
                .isEqualTo(204);

        Problems.assertUnauthenticated(refresh(program));
        assertRefusedSoon(() -> api.get(DATA, "Cookie", cookie));
        assertThat(events()).contains("sessions-ended");
    }

    @Test
    void sessionWhenSomebodyElsesThenItCanNeitherBeSeenNorEnded() {
        String cookie = cookie();
        String id = api.getAs(accessToken(), SESSIONS)
                .json()
                .required(0)
                .required("id")
                .stringValue();
        Newcomer stranger = new Newcomer(api);

        assertThat(stranger.get(SESSIONS).json().size()).isZero();
        Answer others = stranger.send("DELETE", SESSIONS + "/" + id, "");
        Answer none = stranger.send("DELETE", SESSIONS + "/" + UUID.randomUUID(), "");

        Problems.assertProblem(others, 404);
        assertThat(others.json().required("detail")).isEqualTo(none.json().required("detail"));
        assertThat(api.get(DATA, "Cookie", cookie).status()).isEqualTo(200);
    }

    @Test
    void apiTokenWhenItMayOnlyReadThenItChangesNothing() {
        String token = apiToken("read");

        assertThat(api.getAs(token, DATA).status()).isEqualTo(200);
        Answer write =
                api.post("/api/v1/categories", Api.JSON, "{\"name\":\"Mine\"}", "Authorization", "Bearer " + token);
        Problems.assertProblem(write, 403);
        Answer direct = new Api(stack.analytics())
                .post(
                        "/api/v1/categories",
                        Api.JSON,
                        "{\"name\":\"Mine\"}",
                        "Authorization",
                        "Bearer " + exchanged(token));
        Problems.assertProblem(direct, 403);
    }

    @Test
    void apiTokenWhenItMayWriteThenNothingThatLetsOthersIn() {
        String token = apiToken("write");

        assertThat(api.post("/api/v1/categories", Api.JSON, "{\"name\":\"Mine\"}", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(201);
        for (String path : List.of(TOKENS, SESSIONS)) {
            Problems.assertProblem(api.getAs(token, path), 403);
        }
        Problems.assertProblem(
                api.post(
                        "/api/v1/users/me/deletion",
                        Api.JSON,
                        "{\"password\":\"" + PASSWORD + "\"}",
                        "Authorization",
                        "Bearer " + token),
                403);
    }

    @Test
    void apiTokenWhenRevokedThenRefusedSoon() throws Exception {
        String token = apiToken("read");
        assertThat(api.getAs(token, DATA).status()).isEqualTo(200);
        String id = api.getAs(accessToken(), TOKENS)
                .json()
                .required(0)
                .required("id")
                .asString();

        assertThat(api.send("DELETE", TOKENS + "/" + id, "Authorization", "Bearer " + accessToken())
                        .status())
                .isEqualTo(204);

        assertRefusedSoon(() -> api.getAs(token, DATA));
        assertThat(events()).contains("token-created", "token-revoked");
    }

    @Test
    void tokensWhenUsedAsWhatTheyAreNotThenUnauthenticated() {
        String secret = cookie().replaceFirst("[^=]*=", "");
        String refreshToken = refreshToken();

        for (String token : List.of(secret, refreshToken)) {
            Problems.assertUnauthenticated(api.getAs(token, DATA));
        }
        Problems.assertUnauthenticated(new Api(stack.analytics()).getAs(apiToken("read"), DATA));
        Problems.assertUnauthenticated(refresh(secret));
        Problems.assertUnauthenticated(refresh(apiToken("read")));
        Problems.assertUnauthenticated(post("/api/v1/token/exchange", "{\"token\":\"" + refreshToken + "\"}"));
        Problems.assertUnauthenticated(post("/api/v1/token/exchange", "{\"token\":\"" + accessToken() + "\"}"));
    }

    private static void assertRefusedSoon(Supplier<Answer> request) throws InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        while (request.get().status() == 200 && System.nanoTime() < end) {
            Thread.sleep(250);
        }
        Problems.assertUnauthenticated(request.get());
    }

    private static Set<String> atOnce(Callable<String> action) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Set<String> answers = new HashSet<>();
            for (Future<String> answer : threads.invokeAll(Collections.nCopies(AT_ONCE, action))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** The cookie and headers as name=value, with blanks between. */
    private static String[] headers(String cookie, String more) {
        String all = ("Cookie=" + cookie + " " + more).strip();
        return List.of(all.split(" ", -1)).stream()
                .flatMap(header -> List.of(header.split("=", 2)).stream())
                .toArray(String[]::new);
    }

    private Answer signInInBrowser() {
        Answer answer = post(
                "/api/v1/session",
                credentials(""),
                "X-Requested-With",
                "spend-tracker",
                "Sec-Fetch-Site",
                "same-origin");
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        return answer;
    }

    private String cookie() {
        return cookieOf(signInInBrowser());
    }

    private static String cookieOf(Answer answer) {
        return answer.header("Set-Cookie").replaceFirst(";.*", "");
    }

    private String refreshToken() {
        return text(post(Api.LOGIN, credentials(",\"session\":\"program\"")), "refresh_token");
    }

    private String accessToken() {
        return text(api.signIn(username, PASSWORD), "access_token");
    }

    private String apiToken(String scope) {
        return text(
                post(
                        TOKENS,
                        "{\"name\":\"Robot\",\"scope\":\"%s\",\"expires_in_days\":1,\"password\":\"%s\"}"
                                .formatted(scope, PASSWORD),
                        "Authorization",
                        "Bearer " + accessToken()),
                "token");
    }

    private String exchanged(String apiToken) {
        return text(post("/api/v1/token/exchange", "{\"token\":\"" + apiToken + "\"}"), "access_token");
    }

    private Answer refresh(String token) {
        return post("/api/v1/token/refresh", "{\"refresh_token\":\"" + token + "\"}");
    }

    private List<String> events() {
        return api.getAs(accessToken(), "/api/v1/users/me/events").json().values().stream()
                .map(event -> event.required("event").stringValue())
                .toList();
    }

    private String credentials(String more) {
        return "{\"username\":\"" + username + "\",\"password\":\"" + PASSWORD + "\"" + more + "}";
    }

    private Answer post(String path, String body, String... headers) {
        return api.post(path, Api.JSON, body, headers);
    }

    private static String text(Answer answer, String field) {
        JsonNode value = answer.json().get(field);
        assertThat(value).as(answer.body()).isNotNull();
        return value.stringValue();
    }
}
