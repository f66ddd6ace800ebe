package com.spendtracker.auth.session;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * How long people stay signed in.
 *
 * @param idleTimeout how long a session lasts that is not used, a bare number being days
 * @param lifetime how long one lasts at most, a bare number being days
 */
@Validated
@ConfigurationProperties("spend-tracker.session")
record SessionProperties(
        @DefaultValue("7") @DurationUnit(ChronoUnit.DAYS) @DurationMin(minutes = 5) @DurationMax(days = 365)
        Duration idleTimeout,

        @DefaultValue("30") @DurationUnit(ChronoUnit.DAYS) @DurationMin(minutes = 5) @DurationMax(days = 365)
        Duration lifetime) {}
