package com.spendtracker.gateway.routing;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient the gateway is with services.
 *
 * @param pauseTimeout how long one may say nothing in the middle of an answer, or wait for a client that takes it
 */
@Validated
@ConfigurationProperties("spend-tracker.services")
record ServicePauseProperties(
        @DefaultValue("2m") @NotNull @DurationMin(millis = 1)
        Duration pauseTimeout) {}
