package com.spendtracker.analytics;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.context.ContextConfiguration;

/** The whole service on the real PostgreSQL; the only thing given is who is asking. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureWebTestClient(timeout = "PT60S") // what is tested is the answer, not the machine
@ContextConfiguration(initializers = RealDatabase.class)
public @interface AnalyticsTest {}
