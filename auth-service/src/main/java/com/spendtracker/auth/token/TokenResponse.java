package com.spendtracker.auth.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * A successful sign-in (RFC 6749, section 5.1).
 *
 * @param accessToken what to send as {@code Authorization: Bearer …}
 * @param tokenType always {@code bearer}
 */
@Schema(description = "A successful sign-in.")
record TokenResponse(
        @JsonProperty("access_token")
        @Schema(
                description = "Send it as Authorization: Bearer …",
                example = "eyJraWQiOiI…",
                requiredMode = RequiredMode.REQUIRED)
        String accessToken,

        @JsonProperty("token_type") @Schema(example = "bearer", requiredMode = RequiredMode.REQUIRED)
        String tokenType) {

    static TokenResponse bearer(String accessToken) {
        return new TokenResponse(accessToken, "bearer");
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "TokenResponse[" + tokenType + "]";
    }
}
