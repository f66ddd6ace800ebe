package com.spendtracker.auth.apitoken;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lets a program act for somebody.
 *
 * @param name what it is for, in its owner's words
 * @param scope {@code read} or {@code write}
 * @param lastAddress where it was used last
 * @param token what the program sends; only when it has just been made
 */
@Schema(description = "What lets a program act for you.")
record ApiToken(
        @Schema(example = "7", requiredMode = RequiredMode.REQUIRED)
        long id,

        @Schema(example = "Nightly backup", requiredMode = RequiredMode.REQUIRED)
        String name,

        @Schema(
                description = "write: it may read, too",
                allowableValues = {"read", "write"},
                requiredMode = RequiredMode.REQUIRED)
        String scope,

        @JsonProperty("created_at") @Schema(example = "2026-01-01T09:30:00Z", requiredMode = RequiredMode.REQUIRED)
        Instant createdAt,

        @JsonProperty("expires_at") @Schema(example = "2026-04-01T09:30:00Z", requiredMode = RequiredMode.REQUIRED)
        Instant expiresAt,

        @JsonProperty("last_used_at")
        @Schema(
                example = "2026-01-02T17:05:00Z",
                types = {"string", "null"},
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Instant lastUsedAt,

        @JsonProperty("last_address")
        @Schema(
                description = "Where it was used last",
                example = "198.51.100.7",
                types = {"string", "null"},
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String lastAddress,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Send it as Authorization: Bearer …; only in the answer that makes it", example = "spt_…")
        @Nullable
        String token) {

    ApiToken withToken(String secret) {
        return new ApiToken(id, name, scope, createdAt, expiresAt, lastUsedAt, lastAddress, secret);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "ApiToken[id=" + id + "]";
    }
}
