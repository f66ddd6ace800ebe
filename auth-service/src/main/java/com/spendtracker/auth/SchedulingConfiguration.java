package com.spendtracker.auth;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the service do by itself what falls due: {@code @Scheduled} methods, which answer a {@code Mono}. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SchedulingConfiguration {}
