package com.spendtracker.auth.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with an account.
 *
 * @param id higher for what came later
 * @param event what was done
 * @param address where it was done from
 * @param client what the program called itself
 */
@Schema(description = "Something that was done with the account.")
record AuditEvent(
        @Schema(example = "7", requiredMode = RequiredMode.REQUIRED)
        long id,

        @JsonProperty("occurred_at") @Schema(example = "2026-01-01T09:30:00Z", requiredMode = RequiredMode.REQUIRED)
        Instant occurredAt,

        @Schema(
                allowableValues = {
                    "account-opened",
                    "sign-in",
                    "sign-in-failed",
                    "password-changed",
                    "password-refused",
                    "signed-out",
                    "session-ended",
                    "sessions-ended",
                    "token-reused",
                    "token-created",
                    "token-revoked",
                    "second-factor-enabled",
                    "second-factor-removed",
                    "recovery-codes-created",
                    "recovery-code-used",
                    "code-asked",
                    "code-refused",
                    "passkey-added",
                    "passkey-removed",
                    "sign-in-by-passkey",
                    "passkey-refused",
                    "transactions-exported",
                    "everything-exported",
                    "transactions-deleted",
                    "import-undone"
                },
                requiredMode = RequiredMode.REQUIRED)
        String event,

        @Schema(
                description = "An IPv4 address, or the first of the /64 that an IPv6 address is in",
                example = "198.51.100.7",
                requiredMode = RequiredMode.REQUIRED)
        String address,

        @Schema(
                description = "What the program called itself",
                example = "curl/8.11.0",
                types = {"string", "null"},
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String client) {}
