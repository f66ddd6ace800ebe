package com.spendtracker.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an endpoint as one person after another: {@code send(person, "PATCH /3", "{…}")}. */
public record Asking(WebTestClient client, String base) {

    public ResponseSpec send(Person who, String request, String body) {
        String[] parts = request.split(" ", 2);
        return who.asking(client)
                .method(HttpMethod.valueOf(parts[0]))
                .uri(base + (parts.length > 1 ? parts[1] : ""))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** What is answered with this status. */
    public JsonNode answered(Person who, String request, String body, int status) {
        return read(send(who, request, body).expectStatus().isEqualTo(status));
    }

    /** A refusal in all that its caller could tell apart from another: without path and request id. */
    public String refused(Person who, String request, String body, int status) {
        byte[] problem = send(who, request, body)
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(problem), StandardCharsets.UTF_8)
                .replaceAll("\"(instance|request_id)\":\"[^\"]*\"", "");
    }

    /** Refused as bad input that names this field. */
    public void invalid(Person who, String request, String body, String field) {
        JsonNode problem = answered(who, request, body, 400);
        assertThat(problem.at("/errors/0/field").asString())
                .as(request + " " + body)
                .isEqualTo(field);
    }

    private static JsonNode read(ResponseSpec response) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(
                        response.expectBody().returnResult().getResponseBody()));
    }
}
