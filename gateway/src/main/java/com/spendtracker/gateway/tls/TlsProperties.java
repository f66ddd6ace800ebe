package com.spendtracker.gateway.tls;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * With what the gateway proves who it is; it speaks plain HTTP where both are empty.
 *
 * @param certificate the file of the certificate and those above it, as PEM
 * @param privateKey the file of its private key, as PEM
 */
@Validated
@ConfigurationProperties("spend-tracker.tls")
record TlsProperties(
        @DefaultValue("") @NotNull String certificate,
        @DefaultValue("") @NotNull String privateKey) {
    @AssertTrue(message = "TLS_CERTIFICATE and TLS_PRIVATE_KEY go together")
    boolean isWhole() {
        return certificate.isEmpty() == privateKey.isEmpty();
    }
}
