package com.spendtracker.auth;

import com.spendtracker.support.web.EventLoops;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service that knows who people are. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class AuthApplication {
    /** Runs until it is told to stop. */
    public static void main(String[] args) {
        EventLoops.share();
        SpringApplication.run(AuthApplication.class, args);
    }
}
