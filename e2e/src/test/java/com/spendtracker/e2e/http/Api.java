package com.spendtracker.e2e.http;

import com.spendtracker.e2e.stack.DemoUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A plain HTTP client of one server: keeps no cookies, follows no redirects. */
final class Api {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";
    static final String LOGIN = "/api/v1/login";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI server;
    private final HttpClient http;

    Api(URI server) {
        this(server, HTTP);
    }

    Api(URI server, HttpClient http) {
        this.server = server;
        this.http = http;
    }

    /** GET without a token, with headers as name, value, name, value … */
    Answer get(String pathAndQuery, String... headers) {
        return send(request(pathAndQuery, headers).GET());
    }

    /** GET with a token. */
    Answer getAs(String token, String pathAndQuery) {
        return get(pathAndQuery, "Authorization", "Bearer " + token);
    }

    /** POST of a body of this type. */
    Answer post(String path, String contentType, String body, String... headers) {
        return post(path, contentType, BodyPublishers.ofString(body), headers);
    }

    Answer post(String path, String contentType, BodyPublisher body, String... headers) {
        return send(request(path, headers).header("Content-Type", contentType).POST(body));
    }

    Answer send(String method, String path, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.noBody()));
    }

    Answer send(String method, String pathAndQuery, BodyPublisher body, String... headers) {
        return send(request(pathAndQuery, headers).method(method, body));
    }

    /** The answer to a sign-in by form. */
    Answer signIn(String username, String password) {
        return post(LOGIN, FORM, "username=" + encode(username) + "&password=" + encode(password));
    }

    /** An access token of this user. */
    String tokenOf(DemoUser user) {
        return signIn(user.username(), DemoUser.PASSWORD)
                .json()
                .required("access_token")
                .stringValue();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String pathAndQuery, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(pathAndQuery)).timeout(TIMEOUT);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
