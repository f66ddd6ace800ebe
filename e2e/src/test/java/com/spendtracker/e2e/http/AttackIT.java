package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import com.spendtracker.e2e.stack.TokenForge;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/**
 * Attacks on the whole from outside, each by its name, which is printed when it was withstood. What takes more than a
 * request or two has classes of its own: others' data (IsolationIT), guessed passwords (BruteForceIT), what stands in
 * parameters (BadParameterIT).
 */
@ExtendWith(StackUnderTest.class)
class AttackIT {
    private static final List<String> PROTECTED = List.of(
            "/api/v1/users/me",
            "/api/v1/users/1",
            "/api/v1/transactions",
            "/api/v1/transactions?limit=1",
            "/api/v1/transactions/",
            "/api/v1/transactions/metrics",
            "/api/v1/transactions/time-series?granularity=day",
            "/api/v1/categories",
            "/api/v1/nothing-here");
    private static final String LOGIN = "POST " + Api.LOGIN + " HTTP/1.1";
    private static final String FORM = "Content-Type: " + Api.FORM;
    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final int MORE_THAN_ALLOWED = 9_000;

    private final Stack stack;
    private final Api api;
    private final TokenForge forge;
    private final String token;

    AttackIT(Stack stack) {
        this.stack = stack;
        this.api = new Api(stack.gateway());
        this.forge = new TokenForge(stack, DemoUser.JOHN);
        this.token = Tokens.of(api, DemoUser.JOHN);
    }

    @TestFactory
    Stream<DynamicNode> attacks() {
        // They take their time, so they begin before the others.
        Stream<DynamicTest> slow = slowClients();
        return Stream.of(
                DynamicContainer.dynamicContainer("Tokens", tokens()),
                DynamicContainer.dynamicContainer("Addresses", addresses()),
                DynamicContainer.dynamicContainer("Requests within requests", smuggling()),
                DynamicContainer.dynamicContainer("Headers", headers()),
                DynamicContainer.dynamicContainer("Bodies", bodies()),
                DynamicContainer.dynamicContainer("Parameters", parameters()),
                DynamicContainer.dynamicContainer("Slow clients", slow),
                DynamicContainer.dynamicContainer("Floods", floods()));
    }

    private Stream<DynamicTest> tokens() {
        return Stream.concat(
                Arrays.stream(Forgery.values())
                        .map(forgery -> attack(forgery.title() + " is refused", () -> {
                            String authorization = forgery.authorization(forge);
                            String[] headers = authorization.isEmpty()
                                    ? new String[0]
                                    : new String[] {"Authorization", authorization};
                            for (URI door : List.of(stack.gateway(), stack.analytics(), stack.auth())) {
                                Api service = new Api(door);
                                PROTECTED.forEach(path -> Problems.assertUnauthenticated(service.get(path, headers)));
                            }
                        })),
                Stream.of(
                        attack(
                                "A right token behind a forged one is not looked for",
                                () -> assertThat(statuses(
                                                "GET /api/v1/users/me HTTP/1.1",
                                                "Authorization: Bearer forged",
                                                "Authorization: Bearer " + token))
                                        .containsExactly(401)),
                        attack(
                                "A token is lost where Connection names its header",
                                () -> assertThat(RawHttp.statuses(
                                                stack.gateway(),
                                                InetAddress.getLoopbackAddress(),
                                                "GET /api/v1/users/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                                        + token + "\r\nConnection: close, Authorization\r\n\r\n"))
                                        .containsExactly(401)),
                        attack(
                                "A token in a cookie is not looked at",
                                () -> assertThat(statuses(
                                                "GET /api/v1/users/me HTTP/1.1", "Cookie: access_token=" + token))
                                        .containsExactly(401)),
                        attack(
                                "An identity in a header is not believed",
                                () -> assertThat(statuses(
                                                "GET /api/v1/users/me HTTP/1.1",
                                                "X-User-Id: 1",
                                                "X-User: john.doe@example.com",
                                                "X-Authenticated-User: 1",
                                                "X-Remote-User: 1",
                                                "X-Forwarded-User: 1"))
                                        .containsExactly(401))));
    }

    private Stream<DynamicTest> addresses() {
        return Map.ofEntries(
                        Map.entry("An encoded slash", "/api/v1%2ftransactions"),
                        Map.entry("An encoded backslash", "/api/v1/transactions%5c1"),
                        Map.entry("A backslash", "/api\\v1\\transactions"),
                        Map.entry("Encoded dots", "/api/v1/%2e%2e/v1/transactions"),
                        Map.entry("Dots that lead upwards", "/assets/../api/v1/transactions"),
                        Map.entry("Twice encoded dots", "/assets/%252e%252e/application.yml"),
                        Map.entry("A semicolon", "/api/v1/transactions;jsessionid=1"),
                        Map.entry("An encoded semicolon", "/api/v1/transactions%3b"),
                        Map.entry("Two slashes", "/api//v1/transactions"),
                        Map.entry("Another host in the path", "//evil.example/api/v1/transactions"),
                        Map.entry("An encoded NUL", "/api/v1/transactions%00"),
                        Map.entry("An encoded end of a line", "/api/v1/transactions%0d%0aX-Evil:%20yes"),
                        Map.entry("An encoded control character", "/assets/%1b"),
                        Map.entry("Broken encoding", "/api/v1/transactions/%zz"),
                        Map.entry("A slash in too many bytes", "/assets/%c0%af"),
                        Map.entry("Another scheme", "file:///etc/passwd"))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(address -> attack(
                        address.getKey() + " in the address is refused",
                        () -> Problems.assertProblem(
                                RawHttp.send(
                                        stack.gateway(),
                                        "GET " + address.getValue() + " HTTP/1.1",
                                        "Authorization: Bearer " + token),
                                400)));
    }

    private Stream<DynamicTest> smuggling() {
        String behind = "0\r\n\r\nGET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
        return Stream.of(
                refused("A length and chunks at once are refused", "Content-Length: 4\r\n" + CHUNKED, behind),
                refused("Chunks named twice are refused", CHUNKED + "\r\n" + CHUNKED, behind),
                refused("An unknown coding is refused", "Transfer-Encoding: xchunked", behind),
                refused("Two lengths are refused", "Content-Length: 3\r\nContent-Length: 5", "a=b"),
                refused("A negative length is refused", "Content-Length: -1", ""),
                refused("A length with a sign is refused", "Content-Length: +3", "a=b"),
                refused("A length beyond all numbers is refused", "Content-Length: 99999999999999999999", ""),
                refused("A chunk of no size is refused", CHUNKED, "zz\r\na=b\r\n0\r\n\r\n"),
                refused("A chunk of a negative size is refused", CHUNKED, "-1\r\na=b\r\n0\r\n\r\n"),
                refused("A space before a colon is refused", "Content-Length : 3", "a=b"),
                refused("A NUL in a header is refused", "X-A: a\u0000b", ""),
                refused("A line without a colon is refused", "nonsense", ""));
    }

    private Stream<DynamicTest> headers() {
        return Stream.of(
                raw("No host is refused", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
                raw("Two hosts are refused", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n", 400),
                raw("A host with a path is refused", "GET / HTTP/1.1\r\nHost: a/b\r\nConnection: close\r\n\r\n", 400),
                raw("Bare line feeds are refused", "GET / HTTP/1.1\nHost: a\nConnection: close\n\n", 400),
                raw("HTTP/2 without its beginning is refused", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400),
                raw("The beginning of HTTP/2 is refused", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
                raw("A greeting of TLS is refused", "\u0016\u0003\u0001\u0002\u0000\r\n\r\n", 400),
                answered("TRACE is refused", 400, "TRACE / HTTP/1.1"),
                answered("CONNECT is refused", 400, "CONNECT evil.example:443 HTTP/1.1"),
                answered("An unknown method is refused", 400, "PROPFIND /api/v1/transactions HTTP/1.1"),
                answered(
                        "Three thousand headers are refused",
                        431,
                        "GET / HTTP/1.1",
                        Stream.iterate(0, i -> i + 1)
                                .limit(3_000)
                                .map(i -> "X-" + i + ": y")
                                .toArray(String[]::new)),
                answered(
                        "Another method in a header is not used",
                        405,
                        "POST /api/v1/dashboard HTTP/1.1",
                        "Authorization: Bearer " + token,
                        "X-HTTP-Method-Override: GET",
                        "Content-Length: 0"),
                answered(
                        "Another address in a header is not used",
                        401,
                        "GET /api/v1/users/me HTTP/1.1",
                        "X-Original-URL: /health",
                        "X-Rewrite-URL: /health"),
                answered(
                        "Many parts of a page at once are answered by all of it",
                        200,
                        "GET / HTTP/1.1",
                        "Range: bytes=0-0,2-2,4-4,6-6"),
                attack("A forged forwarding header hides no address", () -> {
                    String form = "username=" + Api.encode(DemoUser.JANE.username()) + "&password=" + DemoUser.PASSWORD;
                    String[] forged = {"X-Forwarded-For", "198.51.100.7", "X-Real-IP", "198.51.100.7"};
                    assertThat(api.post(Api.LOGIN, Api.FORM, form, forged).status())
                            .isEqualTo(200);
                    assertThat(api.getAs(Tokens.of(api, DemoUser.JANE), "/api/v1/users/me/events")
                                    .body())
                            .contains("sign-in")
                            .doesNotContain("198.51.100.7");
                }),
                attack("A page of another site may read nothing", () -> {
                    Answer answer = api.get(
                            "/api/v1/categories", "Authorization", "Bearer " + token, "Origin", "https://evil.example");
                    assertThat(answer.headers().map().keySet())
                            .noneMatch(name -> name.startsWith("access-control-allow"));
                }),
                attack(
                        "A page of another site may ask for nothing first",
                        () -> assertThat(api.send("OPTIONS", "/api/v1/categories", "Origin", "https://evil.example")
                                        .headers()
                                        .map()
                                        .keySet())
                                .noneMatch(name -> name.startsWith("access-control-allow"))));
    }

    private Stream<DynamicTest> bodies() {
        String[] user = {"Authorization", "Bearer " + token};
        return Stream.of(
                body("JSON in fifteen thousand brackets is refused", 400, Api.LOGIN, Api.JSON, "[".repeat(15_000)),
                body(
                        "Objects where texts belong are refused",
                        400,
                        Api.LOGIN,
                        Api.JSON,
                        "{\"username\":{\"$ne\":1},\"password\":[1]}"),
                body(
                        "XML with an entity is refused",
                        415,
                        Api.LOGIN,
                        "application/xml",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
                body(
                        "A serialised Java object is refused",
                        415,
                        Api.LOGIN,
                        "application/x-java-serialized-object",
                        "\u00ac\u00ed"),
                body(
                        "A number of a billion digits is refused",
                        400,
                        "/api/v1/transactions",
                        Api.JSON,
                        "{\"amount\":1e999999999,\"currency\":\"EUR\",\"category\":\"Groceries\",\"transaction_date\":\"2026-03-02\"}",
                        user),
                body(
                        "A body that only says it is compressed is refused",
                        400,
                        Api.LOGIN,
                        Api.JSON,
                        "abc",
                        "Content-Encoding",
                        "gzip"),
                body(
                        "An upload without a boundary is refused",
                        400,
                        "/api/v1/imports",
                        "multipart/form-data",
                        "abc",
                        user),
                body(
                        "An upload that breaks off is refused",
                        400,
                        "/api/v1/imports",
                        "multipart/form-data; boundary=x",
                        "--x\r\nfoo\r\n",
                        user),
                attack(
                        "A sign-in of 17 KB is refused",
                        () -> Problems.assertProblem(
                                api.post(Api.LOGIN, Api.FORM, "password=" + "x".repeat(17 * 1024)), 413)),
                attack(
                        "An endless sign-in in chunks is refused",
                        () -> assertThat(RawHttp.statuses(
                                        stack.gateway(),
                                        InetAddress.getLoopbackAddress(),
                                        LOGIN + "\r\nHost: localhost\r\n" + FORM + "\r\nConnection: close\r\n" + CHUNKED
                                                + "\r\n\r\n" + ("1000\r\n" + "x".repeat(0x1000) + "\r\n").repeat(100)))
                                .containsExactly(413)),
                attack("An account of another user's number is one's own", () -> {
                    Newcomer newcomer = new Newcomer(api);
                    newcomer.send("POST", "/api/v1/accounts", "{\"name\":\"Mine\",\"user_id\":1,\"owner\":1,\"id\":1}");
                    assertThat(newcomer.get("/api/v1/accounts").json().size()).isOne();
                }));
    }

    private Stream<DynamicTest> parameters() {
        return Stream.of(
                query("SQL in a search finds nothing", 200, "/api/v1/transactions?q=%27%20or%201%3D1%20--"),
                query("SQL in a sort is refused", 400, "/api/v1/transactions?sort=date%3Bdrop%20table%20x"),
                query("SQL in an id is nobody's", 404, "/api/v1/transactions/1%20or%201=1"),
                query("SQL in a day is refused", 400, "/api/v1/transactions?start_date=2026-01-01%27--"),
                query("A made-up cursor is refused", 400, "/api/v1/transactions?after=AAAA"),
                query("An expression in a search is text", 200, "/api/v1/transactions?q=%24%7B7*7%7D%23%7B7*7%7D"),
                query("A script in a search is text", 200, "/api/v1/transactions?q=%3Cscript%3Ealert(1)%3C/script%3E"),
                query("A list of all at once is refused", 400, "/api/v1/transactions?limit=1000000"));
    }

    private Stream<DynamicTest> slowClients() {
        CompletableFuture<List<Integer>> headers =
                later(() -> RawHttp.drip(stack.gateway(), "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
        CompletableFuture<List<Integer>> line = later(() -> RawHttp.drip(stack.gateway(), "GET /"));
        CompletableFuture<List<Integer>> body = later(() -> RawHttp.statuses(
                stack.gateway(),
                InetAddress.getLoopbackAddress(),
                LOGIN + "\r\nHost: localhost\r\n" + FORM + "\r\nContent-Length: 100\r\n\r\nusername="));
        return Stream.of(
                attack(
                        "A client whose headers drip in is cut off",
                        () -> assertThat(headers.get(1, TimeUnit.MINUTES)).isEmpty()),
                attack(
                        "A client whose address drips in is cut off",
                        () -> assertThat(line.get(1, TimeUnit.MINUTES)).isEmpty()),
                attack(
                        "A client that stops within a body is cut off",
                        () -> assertThat(body.get(1, TimeUnit.MINUTES))
                                .allMatch(status -> status == 408 || status == 504)));
    }

    private Stream<DynamicTest> floods() {
        return Stream.of(attack("A flood from one address is refused, and nobody else", () -> {
            String request = "GET // HTTP/1.1\r\nHost: localhost\r\n";
            List<Integer> answers = RawHttp.statuses(
                    stack.gateway(),
                    address(66),
                    (request + "\r\n").repeat(MORE_THAN_ALLOWED) + request + "Connection: close\r\n\r\n");
            assertThat(answers).contains(400, 429).hasSize(MORE_THAN_ALLOWED + 1);
            assertThat(api.get("/health").status()).isEqualTo(200);
        }));
    }

    private static InetAddress address(int last) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    private DynamicTest refused(String name, String header, String body) {
        return raw(
                name,
                LOGIN + "\r\nHost: localhost\r\n" + FORM + "\r\nConnection: close\r\n" + header + "\r\n\r\n" + body,
                400);
    }

    private DynamicTest raw(String name, String request, int status) {
        return attack(
                name,
                () -> assertThat(RawHttp.statuses(stack.gateway(), InetAddress.getLoopbackAddress(), request))
                        .containsExactly(status));
    }

    private DynamicTest answered(String name, int status, String requestLine, String... headers) {
        return attack(name, () -> assertThat(statuses(requestLine, headers)).containsExactly(status));
    }

    private DynamicTest body(String name, int status, String path, String type, String body, String... headers) {
        return attack(name, () -> Problems.assertProblem(api.post(path, type, body, headers), status));
    }

    private DynamicTest query(String name, int status, String pathAndQuery) {
        return attack(name, () -> {
            Answer answer = api.getAs(token, pathAndQuery);
            if (status == 200) {
                assertThat(answer.body()).isEqualTo("[]");
            } else {
                Problems.assertProblem(answer, status);
            }
        });
    }

    private List<Integer> statuses(String requestLine, String... headers) {
        return RawHttp.statuses(
                stack.gateway(),
                InetAddress.getLoopbackAddress(),
                requestLine + "\r\nHost: localhost\r\nConnection: close\r\n"
                        + String.join("\r\n", headers)
                        + (headers.length > 0 ? "\r\n" : "")
                        + "\r\n");
    }

    private static CompletableFuture<List<Integer>> later(Supplier<List<Integer>> attack) {
        return CompletableFuture.supplyAsync(attack, Thread::startVirtualThread);
    }

    private static DynamicTest attack(String name, Executable attack) {
        return DynamicTest.dynamicTest(name, () -> {
            attack.execute();
            System.out.println("withstood: " + name);
        });
    }
}
