package com.spendtracker.support.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds a service's OpenAPI document against the copy in {@code web-ui/openapi}, from which the dashboard's types are
 * generated: an API can't change without its client. {@code -Dopenapi.update=true} writes the copy anew.
 */
public final class ApiContract {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private ApiContract() {}

    /** Compares what the service describes with {@code web-ui/openapi/<name>.json}. */
    public static void check(WebTestClient client, String name) throws IOException {
        Path copy = Path.of("..", "web-ui", "openapi", name + ".json");
        String described = requestDocument(client);
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(copy, described);
        }
        assertThat(described)
                .as("the API differs from %s; see CONTRIBUTING.md, \"accept a changed API\"", copy)
                .isEqualTo(Files.readString(copy));
    }

    private static String requestDocument(WebTestClient client) {
        byte[] document = client.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.writeValueAsString(JSON.readValue(document, Map.class)) + "\n";
    }
}
