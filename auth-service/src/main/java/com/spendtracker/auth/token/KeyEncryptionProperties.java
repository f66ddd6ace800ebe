package com.spendtracker.auth.token;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The secret that private keys are encrypted under. {@link KeyEncryption} checks it, as the framework's own message about
 * a bad value would quote it.
 *
 * @param keyEncryptionKey the base64 of 32 bytes; empty if it was not given
 */
@Validated
@ConfigurationProperties("spend-tracker.token")
record KeyEncryptionProperties(@DefaultValue("") String keyEncryptionKey) {
    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "KeyEncryptionProperties[]";
    }
}
