package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Somebody who has just signed up and owns nothing but what the test gives. */
final class Newcomer {
    private static final String PASSWORD = "seven quiet rivers";

    private final Api api;
    private final String token;

    Newcomer(Api api) {
        this.api = api;
        String username = UUID.randomUUID() + "@example.com";
        Answer signUp = api.post(
                "/api/v1/users", Api.JSON, "{\"username\":\"" + username + "\",\"password\":\"" + PASSWORD + "\"}");
        assertThat(signUp.status()).as(signUp.body()).isEqualTo(201);
        token = api.signIn(username, PASSWORD).json().required("access_token").stringValue();
    }

    Answer get(String pathAndQuery) {
        return api.getAs(token, pathAndQuery);
    }

    /** Sends a body of JSON, or none if it is empty, with further headers as name, value, name, value … */
    Answer send(String method, String pathAndQuery, String json, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        all.addAll(List.of(headers));
        if (!json.isEmpty()) {
            all.addAll(List.of("Content-Type", Api.JSON));
        }
        return api.send(method, pathAndQuery, BodyPublishers.ofString(json), all.toArray(String[]::new));
    }

    /** Imports a file; {@code options} are JSON. */
    Answer upload(String name, byte[] file, String options) {
        String boundary = "-----" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"options\"\r\n\r\n" + options
                + "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(utf8("\r\n--" + boundary + "--\r\n"));
        return api.post(
                "/api/v1/imports",
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofByteArray(body.toByteArray()),
                "Authorization",
                "Bearer " + token);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
