package com.spendtracker.auth.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Objects;

/** What a program sends that wants the next access token: the refresh token that it was answered last. */
record RefreshRequest(
        @JsonProperty("refresh_token") @Schema(example = "str_…", requiredMode = RequiredMode.REQUIRED)
        String refreshToken) {
    RefreshRequest {
        refreshToken = Objects.requireNonNullElse(refreshToken, "");
    }

    /** The same request if it holds a token, else a 400. */
    RefreshRequest validated() {
        if (refreshToken.isBlank()) {
            throw ProblemException.invalid("refresh_token", "is required");
        }
        return this;
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "RefreshRequest[]";
    }
}
