package com.spendtracker.auth.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in, as that person may see it: without the password hash.
 *
 * @param ageBracket a range of years such as {@code 25-34}
 * @param createdAt when the account was opened
 */
@Schema(name = "User", description = "The person who is signed in.")
public record Account(
        @Schema(example = "1", requiredMode = RequiredMode.REQUIRED)
        long id,

        @Schema(example = "john.doe@example.com", requiredMode = RequiredMode.REQUIRED)
        String username,

        @JsonProperty("full_name")
        @Schema(
                example = "John Doe",
                types = {"string", "null"},
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String fullName,

        @JsonProperty("age_bracket")
        @Schema(
                example = "25-34",
                types = {"string", "null"},
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String ageBracket,

        @Schema(
                example = "Berlin, Germany",
                types = {"string", "null"},
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String location,

        @JsonProperty("employment_status")
        @Schema(
                example = "Employed",
                types = {"string", "null"},
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String employmentStatus,

        @JsonProperty("created_at") @Schema(example = "2026-01-01T09:30:00Z", requiredMode = RequiredMode.REQUIRED)
        Instant createdAt) {}
