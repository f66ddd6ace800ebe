package com.spendtracker.gateway.session;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where sessions are kept.
 *
 * @param authServiceUrl the service that begins, knows and ends them
 */
@Validated
@ConfigurationProperties("spend-tracker.session")
record SessionProperties(URI authServiceUrl) {}
