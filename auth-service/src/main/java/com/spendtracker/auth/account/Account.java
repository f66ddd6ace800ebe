package com.spendtracker.auth.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in, as that person may see it: without the password hash.
 *
 * @param ageBracket a range of years such as {@code 25-34}
 * @param createdAt when the account was opened
 */
@Schema(name = "User", description = "The person who is signed in.")
record Account(
        @Schema(example = "1") long id,
        @Schema(example = "john.doe@example.com") String username,
        @Schema(example = "John Doe") @Nullable String fullName,
        @Schema(example = "25-34") @Nullable String ageBracket,
        @Schema(example = "Berlin, Germany") @Nullable String location,
        @Schema(example = "Employed") @Nullable String employmentStatus,
        @Schema(example = "2026-01-01T09:30:00Z") Instant createdAt) {}
