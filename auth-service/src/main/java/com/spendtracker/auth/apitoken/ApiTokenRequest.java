package com.spendtracker.auth.apitoken;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.spendtracker.support.problem.Problem.InvalidField;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.RequiredText;
import com.spendtracker.support.security.AccessTokenClaims;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What somebody sends who wants a token for a program.
 *
 * @param name what it is for
 * @param scope {@code read} or {@code write}
 * @param expiresInDays from 1 to 366; 0 if it was not sent
 * @param password the current one, so that a stolen session can't make itself last
 */
record ApiTokenRequest(
        @Schema(
                example = "Nightly backup",
                maxLength = ApiTokenRequest.MAX_NAME_LENGTH,
                requiredMode = RequiredMode.REQUIRED)
        String name,

        @Schema(
                allowableValues = {"read", "write"},
                requiredMode = RequiredMode.REQUIRED)
        String scope,

        @JsonProperty("expires_in_days")
        @Schema(
                minimum = "1",
                maximum = "" + ApiTokenRequest.MAX_DAYS,
                example = "90",
                requiredMode = RequiredMode.REQUIRED)
        int expiresInDays,

        @Schema(format = "password", requiredMode = RequiredMode.REQUIRED)
        String password) {
    static final int MAX_NAME_LENGTH = 100;
    static final int MAX_DAYS = 366;

    ApiTokenRequest {
        name = Objects.requireNonNullElse(name, "").strip();
        scope = Objects.requireNonNullElse(scope, "");
        password = Objects.requireNonNullElse(password, "");
    }

    Duration lifetime() {
        return Duration.ofDays(expiresInDays);
    }

    /** The same request if a token can be made of it, else a 400 that names what is wrong. */
    ApiTokenRequest validated() {
        List<InvalidField> errors = new ArrayList<>(
                RequiredText.check("name", name, MAX_NAME_LENGTH).toList());
        if (!scope.equals(AccessTokenClaims.READ) && !scope.equals(AccessTokenClaims.WRITE)) {
            errors.add(new InvalidField("scope", "must be read or write"));
        }
        if (expiresInDays < 1 || expiresInDays > MAX_DAYS) {
            errors.add(new InvalidField("expires_in_days", "must be from 1 to " + MAX_DAYS));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return this;
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "ApiTokenRequest[name=" + name + "]";
    }
}
