package com.spendtracker.auth.secondfactor;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/** The recovery codes that count from now on, when they have just been made. */
@Schema(description = "The recovery codes that count from now on, each once; only in this answer.")
record NewRecoveryCodes(
        @JsonProperty("recovery_codes")
        @Schema(example = "[\"mfrg-g2dg-oj2w-k3dj\"]", requiredMode = RequiredMode.REQUIRED)
        List<String> recoveryCodes) {
    NewRecoveryCodes {
        recoveryCodes = List.copyOf(recoveryCodes);
    }

    /** Keeps the codes out of logs. */
    @Override
    public String toString() {
        return "NewRecoveryCodes[]";
    }
}
