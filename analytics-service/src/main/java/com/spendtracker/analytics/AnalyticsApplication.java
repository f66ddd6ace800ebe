package com.spendtracker.analytics;

import com.spendtracker.support.web.EventLoops;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the analytics service. */
@SpringBootApplication
class AnalyticsApplication {
    static void main(String[] arguments) {
        EventLoops.share();
        SpringApplication.run(AnalyticsApplication.class, arguments);
    }
}
