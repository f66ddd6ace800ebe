package com.spendtracker.e2e.browser;

import com.spendtracker.e2e.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A program that uses the API by a token that was made in the pages. */
record Program(Stack stack, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The status of the answer. */
    int get(String path) {
        return send("GET", path);
    }

    /** The status of the answer. */
    int delete(String path) {
        return send("DELETE", path);
    }

    private int send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(stack.gateway().resolve(path))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
