package com.spendtracker.auth.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/**
 * A successful sign-in (RFC 6749, section 5.1).
 *
 * @param accessToken what to send as {@code Authorization: Bearer …}
 * @param tokenType always {@code bearer}
 * @param expiresIn for how many seconds the access token is good; only with a session, as are the others
 * @param refreshToken what a program gets the next access token by
 * @param sessionToken what a browser's session goes on by
 */
@Schema(description = "A successful sign-in.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenResponse(
        @JsonProperty("access_token")
        @Schema(
                description = "Send it as Authorization: Bearer …",
                example = "eyJraWQiOiI…",
                requiredMode = RequiredMode.REQUIRED)
        String accessToken,

        @JsonProperty("token_type") @Schema(example = "bearer", requiredMode = RequiredMode.REQUIRED)
        String tokenType,

        @JsonProperty("expires_in")
        @Schema(description = "Seconds; only where a session was asked for or used", example = "1800")
        @Nullable
        Long expiresIn,

        @JsonProperty("refresh_token")
        @Schema(description = "Counts once: POST /api/v1/token/refresh answers the next", example = "str_…")
        @Nullable
        String refreshToken,

        @JsonProperty("session_token")
        @Schema(description = "What POST /api/v1/token/exchange takes", example = "sts_…")
        @Nullable
        String sessionToken) {

    private static final String BEARER = "bearer";

    /** Without a session, and so without more than there always was. */
    static TokenResponse bearer(AccessToken token) {
        return new TokenResponse(token.value(), BEARER, null, null, null);
    }

    /** Of something that its holder has already and goes on with. */
    static TokenResponse exchanged(AccessToken token) {
        return new TokenResponse(token.value(), BEARER, token.lifetime().toSeconds(), null, null);
    }

    static TokenResponse browser(AccessToken token, String sessionToken) {
        return new TokenResponse(token.value(), BEARER, token.lifetime().toSeconds(), null, sessionToken);
    }

    static TokenResponse program(AccessToken token, String refreshToken) {
        return new TokenResponse(token.value(), BEARER, token.lifetime().toSeconds(), refreshToken, null);
    }

    /** Keeps the tokens out of logs. */
    @Override
    public String toString() {
        return "TokenResponse[" + tokenType + "]";
    }
}
