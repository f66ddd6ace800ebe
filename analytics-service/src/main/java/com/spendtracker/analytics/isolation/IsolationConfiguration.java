package com.spendtracker.analytics.isolation;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets nobody take a connection but by way of {@link UserConnectionFactory}. */
@Configuration(proxyBeanMethods = false)
class IsolationConfiguration {

    @Bean
    static BeanPostProcessor connectionsOfUsers() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof ConnectionFactory pool ? new UserConnectionFactory(pool) : bean;
            }
        };
    }
}
