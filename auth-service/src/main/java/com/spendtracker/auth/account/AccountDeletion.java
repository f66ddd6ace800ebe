package com.spendtracker.auth.account;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Objects;

/** What somebody sends who wants everything of theirs removed: the password, so that nobody else does it. */
record AccountDeletion(
        @Schema(format = "password", requiredMode = RequiredMode.REQUIRED)
        String password) {
    AccountDeletion {
        password = Objects.requireNonNullElse(password, "");
    }

    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return "AccountDeletion[]";
    }
}
