package com.spendtracker.support.web;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a client may keep a connection without getting on.
 *
 * @param headerTimeout from the first byte of a request until its headers are complete
 * @param bodyTimeout between two parts of a body
 * @param sendTimeout without taking anything of the answer that is being sent to it
 * @param idleTimeout between two requests
 */
@Validated
@ConfigurationProperties("spend-tracker.client-connection")
record ClientConnectionProperties(
        @DefaultValue("10s") @NotNull @DurationMin(millis = 1)
        Duration headerTimeout,

        @DefaultValue("20s") @NotNull @DurationMin(millis = 1)
        Duration bodyTimeout,

        @DefaultValue("30s") @NotNull @DurationMin(millis = 1)
        Duration sendTimeout,

        @DefaultValue("75s") @NotNull @DurationMin(millis = 1)
        Duration idleTimeout) {}
