package com.spendtracker.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the API by a token, beside the pages and without their cookies. */
final class Program {
    private final APIRequestContext http;
    private final String token;

    private Program(APIRequestContext http, String token) {
        this.http = http;
        this.token = token;
    }

    /** One that has signed in by itself; the window is only to lend its connection. */
    static Program signedIn(Window window, String username, String password) {
        FormData credentials = FormData.create().set("username", username).set("password", password);
        String answer = window.page()
                .request()
                .post("/api/v1/login", RequestOptions.create().setForm(credentials))
                .text();
        return withToken(
                window,
                JsonMapper.shared().readTree(answer).required("access_token").stringValue());
    }

    static Program withToken(Window window, String token) {
        return new Program(window.page().request(), token);
    }

    int get(String path) {
        return http.get(path, authorized()).status();
    }

    int post(String path, String json) {
        return http.post(
                        path,
                        authorized()
                                .setHeader("Content-Type", "application/json")
                                .setData(json))
                .status();
    }

    void delete(String path) {
        assertThat(http.delete(path, authorized()).status()).isEqualTo(204);
    }

    private RequestOptions authorized() {
        return RequestOptions.create().setHeader("Authorization", "Bearer " + token);
    }
}
