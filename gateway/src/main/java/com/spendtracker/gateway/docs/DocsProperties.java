package com.spendtracker.gateway.docs;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Which Swagger UI is packed with the gateway.
 *
 * @param swaggerUiVersion the version of its webjar, set by the build
 */
@Validated
@ConfigurationProperties("spend-tracker.docs")
record DocsProperties(@NotBlank String swaggerUiVersion) {}
