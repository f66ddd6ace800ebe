package com.spendtracker.auth.token;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * How access tokens are issued.
 *
 * @param lifetime how long a token is good for, a bare number being minutes
 * @param keyRotation how long a key signs before another does, a bare number being days
 */
@Validated
@ConfigurationProperties("spend-tracker.token")
record TokenProperties(
        @DefaultValue("30") @DurationUnit(ChronoUnit.MINUTES) @DurationMin(minutes = 1) @DurationMax(days = 1)
        Duration lifetime,

        @DefaultValue("30") @DurationUnit(ChronoUnit.DAYS) @DurationMin(hours = 1) @DurationMax(days = 365)
        Duration keyRotation) {}
