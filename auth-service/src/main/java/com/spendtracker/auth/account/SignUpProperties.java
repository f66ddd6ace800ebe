package com.spendtracker.auth.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may open an account.
 *
 * @param enabled whether everybody may who reaches the service
 */
@Validated
@ConfigurationProperties("spend-tracker.sign-up")
record SignUpProperties(@DefaultValue("true") boolean enabled) {}
