package com.spendtracker.auth.passkey;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where passkeys count.
 *
 * @param siteOrigin where people open the dashboard, like {@code https://money.example.com}: browsers bind passkeys to its
 *     host, and give none away elsewhere
 */
@Validated
@ConfigurationProperties("spend-tracker.passkeys")
record PasskeyProperties(@NotNull URI siteOrigin) {

    @AssertTrue(message = "must be an origin, like https://money.example.com")
    boolean isSiteOriginAnOrigin() {
        return siteOrigin == null
                || (siteOrigin.getHost() != null && siteOrigin.toString().matches("https?://[^/?#@]+"));
    }

    /** What a browser binds passkeys to. */
    String relyingPartyId() {
        return siteOrigin.getHost();
    }
}
