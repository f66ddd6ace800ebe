package com.spendtracker.support.isolation;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.connection.DelegatingConnectionFactory;

/** Lets nobody take a connection but by way of {@link UserConnectionFactory}, where a service has a database. */
@AutoConfiguration
@ConditionalOnClass({ConnectionFactory.class, DelegatingConnectionFactory.class})
class IsolationAutoConfiguration {

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
