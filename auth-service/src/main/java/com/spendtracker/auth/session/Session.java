package com.spendtracker.auth.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where somebody is signed in.
 *
 * @param kind {@code browser} or {@code program}
 * @param client what the program called itself when it was used last
 * @param address where it was used last
 * @param expiresAt when it ends, however much it is used
 * @param current whether it is the one that asks
 */
@Schema(description = "A place where you are signed in.")
record Session(
        @Schema(requiredMode = RequiredMode.REQUIRED) UUID id,

        @Schema(
                allowableValues = {"browser", "program"},
                requiredMode = RequiredMode.REQUIRED)
        String kind,

        @Schema(
                description = "What the program called itself when it was used last",
                example = "curl/8.11.0",
                types = {"string", "null"},
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String client,

        @Schema(
                description =
                        "Where it was used last: an IPv4 address, or the first of the /64 that an IPv6 address is in",
                example = "198.51.100.7",
                requiredMode = RequiredMode.REQUIRED)
        String address,

        @JsonProperty("created_at") @Schema(example = "2026-01-01T09:30:00Z", requiredMode = RequiredMode.REQUIRED)
        Instant createdAt,

        @JsonProperty("last_used_at") @Schema(example = "2026-01-02T17:05:00Z", requiredMode = RequiredMode.REQUIRED)
        Instant lastUsedAt,

        @JsonProperty("expires_at")
        @Schema(
                description = "When it ends, however much it is used",
                example = "2026-01-31T09:30:00Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant expiresAt,

        @Schema(description = "Whether it is the one that asks", requiredMode = RequiredMode.REQUIRED)
        boolean current) {}
