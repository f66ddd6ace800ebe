package com.spendtracker.support.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which access tokens a service accepts.
 *
 * @param issuer the exact {@code iss}
 * @param audience what {@code aud} must contain
 * @param jwkSetUri where the issuer publishes its public keys
 */
@Validated
@ConfigurationProperties("spend-tracker.access-token")
public record AccessTokenProperties(
        @DefaultValue("spend-tracker") @NotBlank String issuer,
        @DefaultValue("spend-tracker") @NotBlank String audience,

        @DefaultValue("http://127.0.0.1:8081/.well-known/jwks.json") @NotNull
        URI jwkSetUri) {}
