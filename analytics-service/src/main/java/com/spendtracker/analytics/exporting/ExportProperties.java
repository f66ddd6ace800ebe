package com.spendtracker.analytics.exporting;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the rest of what people own is.
 *
 * @param authServiceUrl the service that knows who they are
 */
@Validated
@ConfigurationProperties("spend-tracker.export")
record ExportProperties(@NotNull URI authServiceUrl) {}
