package com.spendtracker.e2e.stack;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Decides what is tested, and gives it to the tests: a stack that already runs if {@code -De2e.base-url} names one,
 * else the packaged one, started once for all tests and ended after the last.
 */
public final class StackUnderTest implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(StackUnderTest.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return of(test);
    }

    /** The stack that this test, as all others, is about. */
    public static Stack of(ExtensionContext test) {
        String baseUrl = System.getProperty("e2e.base-url", "");
        return baseUrl.isBlank() ? ownStack(test) : runningStack(URI.create(baseUrl));
    }

    private static Stack ownStack(ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(OwnStack.class, _ -> OwnStack.start(), OwnStack.class)
                .stack();
    }

    /** The packaged stack, or why it did not start: it is tried once, not before each test. */
    private record OwnStack(
            @Nullable LocalStackProcess process, @Nullable RuntimeException failure) implements AutoCloseable {
        static OwnStack start() {
            try {
                return new OwnStack(LocalStackProcess.start(), null);
            } catch (RuntimeException e) {
                return new OwnStack(null, e);
            }
        }

        Stack stack() {
            if (process == null) {
                throw Objects.requireNonNull(failure);
            }
            return process.stack();
        }

        @Override
        public void close() {
            if (process != null) {
                process.close();
            }
        }
    }

    private static Stack runningStack(URI gateway) {
        return new Stack(
                gateway,
                URI.create(System.getProperty("e2e.auth-url", "http://localhost:8081")),
                URI.create(System.getProperty("e2e.analytics-url", "http://localhost:8082")),
                new Database(
                        System.getProperty("e2e.database-url", "jdbc:postgresql://localhost:5432/spend_tracker"),
                        System.getProperty("e2e.database-user", "spend_tracker"),
                        System.getProperty("e2e.database-password", "")),
                System.getProperty("e2e.key-encryption-key", ""));
    }
}
