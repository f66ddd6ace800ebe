package com.spendtracker.auth.account;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of accounts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignUpProperties.class)
class AccountConfiguration {}
