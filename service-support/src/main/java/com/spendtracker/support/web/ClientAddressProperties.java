package com.spendtracker.support.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose word counts about where a request comes from.
 *
 * @param trustedProxies addresses or networks ({@code 10.0.0.0/8}) whose {@code X-Forwarded-For} is believed
 */
@Validated
@ConfigurationProperties("spend-tracker.client-address")
record ClientAddressProperties(@DefaultValue List<String> trustedProxies) {}
