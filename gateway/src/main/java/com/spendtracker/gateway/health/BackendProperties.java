package com.spendtracker.gateway.health;

import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What stands behind the gateway.
 *
 * @param urls the base address of every service
 */
@Validated
@ConfigurationProperties("spend-tracker.backends")
record BackendProperties(@NotEmpty List<URI> urls) {}
