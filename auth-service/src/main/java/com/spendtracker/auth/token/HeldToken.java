package com.spendtracker.auth.token;

import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Objects;

/** A token other than an access token, as its holder sends it to have something done with it. */
record HeldToken(
        @Schema(example = "spt_…", requiredMode = RequiredMode.REQUIRED)
        String token) {
    HeldToken {
        token = Objects.requireNonNullElse(token, "");
    }

    /** The same if there is a token, else a 400. */
    HeldToken validated() {
        if (token.isBlank()) {
            throw ProblemException.invalid("token", "is required");
        }
        return this;
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "HeldToken[]";
    }
}
