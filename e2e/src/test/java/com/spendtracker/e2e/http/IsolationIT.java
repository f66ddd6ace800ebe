package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What is somebody else's can neither be seen nor touched: its id is answered like one that does not exist. */
@ExtendWith(StackUnderTest.class)
class IsolationIT {
    private static final String V1 = "/api/v1/";
    private static final String MISSING = "999999999";
    private static final byte[] STATEMENT =
            "Date,Payee,Amount\n2026-03-14,Lidl,-12.34\n2026-02-30,Nobody,-1.00\n".getBytes(StandardCharsets.UTF_8);
    private static final List<String> OWNED =
            List.of("transactions", "imports", "rules", "categories", "accounts", "views");

    private static final String WHOLE =
            "{\"amount\": 3, \"currency\": \"EUR\", \"category\": \"Groceries\", \"transaction_date\": \"2026-03-02\"}";
    private static final String PARTS =
            "{\"parts\": [{\"amount\": 12, \"category\": \"Groceries\"}, {\"amount\": 0.34, \"category\": \"Groceries\"}]}";
    private static final String RULE =
            "{\"field\": \"any\", \"comparison\": \"contains\", \"pattern\": \"lidl\", \"category\": \"Groceries\"%s}";
    private static final String VIEW =
            "{\"name\": \"Food\", \"query\": \"categories=Groceries\", \"is_default\": true}";

    /** Every operation of the API with an id in its path, and what it takes: a body, or a query. */
    private static final Map<String, String> BY_PATH = Map.ofEntries(
            Map.entry("GET /api/v1/transactions/{id}", ""),
            Map.entry("PUT /api/v1/transactions/{id}", WHOLE),
            Map.entry("PATCH /api/v1/transactions/{id}", "{\"category\": \"Groceries\"}"),
            Map.entry("DELETE /api/v1/transactions/{id}", ""),
            Map.entry("POST /api/v1/transactions/{id}/restore", ""),
            Map.entry("POST /api/v1/transactions/{id}/split", PARTS),
            Map.entry("DELETE /api/v1/transactions/{id}/split", ""),
            Map.entry("GET /api/v1/imports/{id}", ""),
            Map.entry("DELETE /api/v1/imports/{id}", ""),
            Map.entry("GET /api/v1/imports/{id}/undo", ""),
            Map.entry("GET /api/v1/imports/{id}/rows", "?outcome=rejected"),
            Map.entry("POST /api/v1/imports/{id}/rows/{row}/keep", ""),
            Map.entry("PUT /api/v1/rules/{id}", RULE.formatted("")),
            Map.entry("DELETE /api/v1/rules/{id}", ""),
            Map.entry("POST /api/v1/rules/{id}/apply", ""),
            Map.entry("PATCH /api/v1/categories/{id}", "{\"name\": \"Mine now\"}"),
            Map.entry("DELETE /api/v1/categories/{id}", ""),
            Map.entry("POST /api/v1/categories/{id}/merge", "{\"into\": {own}}"),
            Map.entry("PATCH /api/v1/accounts/{id}", "{\"name\": \"Mine now\"}"),
            Map.entry("DELETE /api/v1/accounts/{id}", ""),
            Map.entry("PUT /api/v1/views/{id}", VIEW),
            Map.entry("DELETE /api/v1/views/{id}", ""));

    /** Operations that are told an id elsewhere: the kind of thing, the request and its body. */
    private static final List<Call> ELSEWHERE = List.of(
            new Call("transactions", "POST transactions/bulk", "{\"ids\": [{id}], \"category\": \"Groceries\"}"),
            new Call("categories", "DELETE categories/{own}?move_to={id}", ""),
            new Call("categories", "POST categories/{own}/merge", "{\"into\": {id}}"),
            new Call("categories", "POST categories", "{\"name\": \"Below\", \"parent_id\": {id}}"),
            new Call("categories", "PATCH categories/{own}", "{\"parent_id\": {id}}"),
            new Call("rules", "PUT rules/order", "{\"ids\": [{id}]}"),
            new Call("accounts", "POST rules", RULE.formatted(", \"account_id\": {id}")),
            new Call("accounts", "POST rules/preview", RULE.formatted(", \"account_id\": {id}")),
            new Call("accounts", "GET transactions?accounts={id}", ""),
            new Call("accounts", "GET transactions/metrics?accounts={id}", ""),
            new Call("accounts", "GET transactions/time-series?accounts={id}", ""),
            new Call("accounts", "GET transactions/export?accounts={id}", ""),
            new Call("imports", "GET transactions?import_id={id}", ""),
            new Call("imports", "GET transactions/metrics?import_id={id}", ""),
            new Call("imports", "GET transactions/time-series?import_id={id}", ""),
            new Call("imports", "GET transactions/export?import_id={id}", ""));

    private final Api api;
    private final Newcomer owner;
    private final Newcomer stranger;
    private final Map<String, String> owned = new TreeMap<>();
    private final String own;

    IsolationIT(Stack stack) {
        api = new Api(stack.gateway());
        owner = new Newcomer(api);
        stranger = new Newcomer(api);
        assertThat(owner.upload("march.csv", STATEMENT, "{\"account\":\"Everyday\",\"currency\":\"EUR\"}")
                        .status())
                .isEqualTo(201);
        assertThat(owner.send("POST", V1 + "rules", RULE.formatted("")).status())
                .isEqualTo(201);
        assertThat(owner.send("POST", V1 + "views", VIEW).status()).isEqualTo(201);
        OWNED.forEach(kind -> owned.put(kind, idOfFirst(owner, kind)));
        own = idOfFirst(stranger, "categories");
    }

    @Test
    void idInThePathWhenOfAnotherThenAsIfThereWereNone() {
        List<Call> calls = new ArrayList<>();
        BY_PATH.forEach((operation, taken) -> {
            String request = operation.replace(V1, "").replace("{row}", "2");
            boolean isQuery = taken.startsWith("?");
            calls.add(new Call(operation.split("/", -1)[3], isQuery ? request + taken : request, isQuery ? "" : taken));
        });
        assertThat(assertAllAlike(calls))
                .allSatisfy(answer -> assertThat(answer).startsWith("404 "));
    }

    @Test
    void idElsewhereWhenOfAnotherThenAsIfThereWereNone() {
        assertAllAlike(ELSEWHERE);
    }

    @Test
    void operationsWhenAnIdIsInThePathThenEachIsTestedHere() {
        List<String> operations = new ArrayList<>();
        JsonNode paths = api.get("/docs/openapi/analytics").json().required("paths");
        paths.properties().stream()
                .filter(path -> path.getKey().contains("{"))
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(BY_PATH.keySet()).containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void listsWhenOfAnotherThenNothingOfIt() {
        for (String kind : List.of("transactions", "imports", "rules", "accounts", "views")) {
            assertThat(stranger.get(V1 + kind).json().size()).as(kind).isZero();
        }
        assertThat(stranger.get(V1 + "transactions/export").body()).doesNotContain("Lidl");
        assertThat(stranger.get(V1 + "transactions/metrics").body()).doesNotContain("12.34");
    }

    /** Asks each with the other's id and with one that nobody has: the same is said, and nothing of the owner's changes. */
    private List<String> assertAllAlike(List<Call> calls) {
        Map<String, String> before = everythingOfTheOwner();
        List<String> answers = new ArrayList<>();
        List<String> different = new ArrayList<>();
        for (Call call : calls) {
            String others = said(call, Objects.requireNonNull(owned.get(call.kind())));
            String none = said(call, MISSING);
            answers.add(others);
            if (!others.equals(none)) {
                different.add(call + "\n  another's: " + others + "\n  nobody's:  " + none);
            }
        }
        assertThat(different).isEmpty();
        assertThat(everythingOfTheOwner()).isEqualTo(before);
        return answers;
    }

    private String said(Call call, String id) {
        String[] request = call.request().split(" ", 2);
        String path = V1 + request[1].replace("{id}", id).replace("{own}", own);
        String body = call.body().replace("{id}", id).replace("{own}", own);
        Answer answer = stranger.send(request[0], path, body, "If-Match", "*");
        // The address that was asked for is repeated, and every request has an id of its own.
        return answer.status() + " " + answer.body().replaceAll("\"(request_id|instance)\":\"[^\"]*\"", "");
    }

    private Map<String, String> everythingOfTheOwner() {
        Map<String, String> everything = new TreeMap<>();
        OWNED.forEach(kind -> everything.put(kind, owner.get(V1 + kind).body()));
        everything.put("usage", owner.get(V1 + "categories/usage").body());
        return everything;
    }

    private static String idOfFirst(Newcomer person, String kind) {
        return person.get(V1 + kind).json().required(0).required("id").asString();
    }

    private record Call(String kind, String request, String body) {}
}
