package com.spendtracker.auth.account;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Objects;

/** What somebody sends who changes what signing in takes: the password, so that a stolen session can't. */
public record PasswordRequest(
        @Schema(format = "password", requiredMode = RequiredMode.REQUIRED)
        String password) {
    public PasswordRequest {
        password = Objects.requireNonNullElse(password, "");
    }

    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return "PasswordRequest[]";
    }
}
