package com.spendtracker.e2e.http;

import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered. */
record Answer(int status, HttpHeaders headers, String body) {
    // Amounts must arrive here digit by digit as they were sent.
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    JsonNode json() {
        return EXACT.readTree(body);
    }

    /** The header's only value, or empty. */
    String header(String name) {
        List<String> values = headers.allValues(name);
        if (values.size() > 1) {
            throw new AssertionError(name + " was sent " + values.size() + " times: " + values);
        }
        return values.isEmpty() ? "" : values.getFirst();
    }

    String contentType() {
        return header("Content-Type").replaceFirst(";.*", "");
    }
}
