package com.spendtracker.gateway.limits;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one may ask for. What was used grows back steadily: all of it in one window.
 *
 * @param perAddress the most requests at once from one address, and in the long run in each window; 0 for any number
 * @param perUser the same of one signed-in person, wherever from
 * @param window how long it takes to have all of them again
 * @param redis the Redis that several gateways count in together ({@code redis://…}); each counts for itself if it is empty
 */
@Validated
@ConfigurationProperties("spend-tracker.rate-limit")
record RateLimitProperties(
        @DefaultValue("6000") @Min(0) long perAddress,
        @DefaultValue("3000") @Min(0) long perUser,

        @DefaultValue("1m") @NotNull @DurationMin(seconds = 1)
        Duration window,

        @DefaultValue("") @NotNull String redis) {}
