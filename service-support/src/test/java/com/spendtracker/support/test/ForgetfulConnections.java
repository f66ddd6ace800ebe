package com.spendtracker.support.test;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.r2dbc.connection.DelegatingConnectionFactory;
import reactor.core.publisher.Mono;

/** Connections that take the owner out of each condition of each statement, as if whoever wrote it had forgotten. */
public final class ForgetfulConnections implements BeanPostProcessor {
    private static final Pattern OWNER = Pattern.compile("(?:\\b\\w+\\.)?\\buser_id = (\\$\\d+)");

    /** Users are their own. */
    private static final Pattern USER = Pattern.compile("\\bid = (\\$\\d+)");

    /** How many conditions have lost their owner so far. */
    public static final AtomicInteger FORGOTTEN = new AtomicInteger();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof ConnectionFactory connections ? forgetful(connections) : bean;
    }

    private static ConnectionFactory forgetful(ConnectionFactory connections) {
        return new DelegatingConnectionFactory(connections) {
            @Override
            public Mono<? extends Connection> create() {
                return super.create().map(ForgetfulConnections::forgetful);
            }
        };
    }

    private static Connection forgetful(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("createStatement")) {
                        return connection.createStatement(forgetful((String) Objects.requireNonNull(arguments)[0]));
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private static String forgetful(String sql) {
        Matcher owners = (sql.contains("auth.users") ? USER : OWNER).matcher(sql);
        return owners.replaceAll(owner -> {
            FORGOTTEN.incrementAndGet();
            return Matcher.quoteReplacement(owner.group(1) + "::bigint is not null");
        });
    }
}
