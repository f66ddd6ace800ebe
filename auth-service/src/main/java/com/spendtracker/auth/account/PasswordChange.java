package com.spendtracker.auth.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Objects;

/** What somebody sends who wants another password. */
record PasswordChange(
        @JsonProperty("current_password") @Schema(format = "password", requiredMode = RequiredMode.REQUIRED)
        String currentPassword,

        @JsonProperty("new_password") @Schema(format = "password", requiredMode = RequiredMode.REQUIRED)
        String newPassword) {
    PasswordChange {
        currentPassword = Objects.requireNonNullElse(currentPassword, "");
        newPassword = Objects.requireNonNullElse(newPassword, "");
    }

    /** Keeps both out of logs. */
    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
