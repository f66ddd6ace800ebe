package com.spendtracker.auth.secondfactor;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether signing in takes a code besides the password. */
@Schema(description = "Whether signing in takes a code besides the password.")
record SecondFactor(
        @Schema(requiredMode = RequiredMode.REQUIRED) boolean enabled,

        @JsonProperty("enabled_at")
        @Schema(
                example = "2026-01-01T09:30:00Z",
                types = {"string", "null"},
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Instant enabledAt,

        @JsonProperty("recovery_codes_left") @Schema(example = "10", requiredMode = RequiredMode.REQUIRED)
        long recoveryCodesLeft) {
    static final SecondFactor NONE = new SecondFactor(false, null, 0);
}
