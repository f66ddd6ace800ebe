package com.spendtracker.auth.secondfactor;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * What an authenticator app has to know to make somebody's codes.
 *
 * @param secret in Base32 (RFC 4648), as people type it
 * @param uri the same for a picture that the app reads
 */
@Schema(description = "What an authenticator app has to know to make your codes; only in this answer.")
record NewSecondFactor(
        @Schema(
                description = "In Base32 (RFC 4648), to be typed",
                example = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
                requiredMode = RequiredMode.REQUIRED)
        String secret,

        @Schema(
                description = "The same for a QR code",
                example = "otpauth://totp/Spend%20Tracker:john.doe%40example.com?secret=…&issuer=Spend%20Tracker",
                requiredMode = RequiredMode.REQUIRED)
        String uri) {

    static NewSecondFactor of(byte[] secret, String username) {
        return new NewSecondFactor(TimeCodes.text(secret), TimeCodes.uri(secret, username));
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "NewSecondFactor[]";
    }
}
