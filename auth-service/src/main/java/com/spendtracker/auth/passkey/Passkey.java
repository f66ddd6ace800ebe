package com.spendtracker.auth.passkey;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody can sign in with instead of a password.
 *
 * @param name in its owner's words
 * @param synced whether it is kept outside of the device, too
 */
@Schema(description = "What you can sign in with instead of your password.")
record Passkey(
        @Schema(requiredMode = RequiredMode.REQUIRED) UUID id,

        @Schema(example = "Chrome on Linux", requiredMode = RequiredMode.REQUIRED)
        String name,

        @JsonProperty("created_at") @Schema(example = "2026-01-01T09:30:00Z", requiredMode = RequiredMode.REQUIRED)
        Instant createdAt,

        @JsonProperty("last_used_at")
        @Schema(
                example = "2026-01-02T17:05:00Z",
                types = {"string", "null"},
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Instant lastUsedAt,

        @Schema(
                description = "Whether it is kept outside of the device, too, and may be on several",
                requiredMode = RequiredMode.REQUIRED)
        boolean synced) {}
