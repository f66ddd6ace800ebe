package com.spendtracker.auth.secondfactor;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Objects;

/** What somebody sends to show that their app makes the right codes. */
record CodeRequest(
        @Schema(
                description = "The six digits that the app shows",
                example = "123456",
                requiredMode = RequiredMode.REQUIRED)
        String code) {
    CodeRequest {
        code = Objects.requireNonNullElse(code, "");
    }

    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return "CodeRequest[]";
    }
}
