package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks that an error is said as RFC 9457 and the product's conventions want it. */
final class Problems {
    private static final List<String> INTERNALS =
            List.of("Exception", "java.", "org.", "com.spendtracker", "select ", "SELECT ", "analytics.", "SQLSTATE");

    private Problems() {}

    /** A complete problem of this status that gives nothing away. */
    static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).as(answer.body()).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.required("status").intValue()).isEqualTo(status);
        assertThat(problem.required("type").stringValue()).isNotBlank();
        assertThat(problem.required("title").stringValue()).isNotBlank();
        assertThat(problem.required("request_id").stringValue()).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.body()).doesNotContain(INTERNALS);
    }

    /** A 400 that names the fields at fault. */
    static void assertInvalid(Answer answer, String... fields) {
        assertProblem(answer, 400);
        assertThat(answer.json().required("errors").values())
                .as(answer.body())
                .allSatisfy(error ->
                        assertThat(error.required("message").stringValue()).isNotBlank())
                .extracting(error -> error.required("field").stringValue())
                .containsExactlyInAnyOrder(fields);
    }

    /** A 401 that says how to authenticate. */
    static void assertUnauthenticated(Answer answer) {
        assertProblem(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
