package com.spendtracker.auth.encryption;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The secret that others are encrypted under. {@link Encryption} checks it, as the framework's own message about a bad
 * value would quote it.
 *
 * @param key the base64 of 32 bytes; empty if it was not given
 */
@Validated
@ConfigurationProperties("spend-tracker.encryption")
public record EncryptionProperties(@DefaultValue("") String key) {
    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "EncryptionProperties[]";
    }
}
