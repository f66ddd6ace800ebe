package com.spendtracker.localstack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks a program over HTTP whether it is ready. */
final class Health {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final Duration INTERVAL = Duration.ofMillis(150);

    private Health() {}

    /** Waits until the address answers 200; the caller's interruption ends the wait. */
    static void await(URI address) throws InterruptedException {
        await(address, () -> true);
    }

    /** The same, for no longer than there is hope. */
    static void await(URI address, BooleanSupplier hope) throws InterruptedException {
        while (!isHealthy(address) && hope.getAsBoolean()) {
            Thread.sleep(INTERVAL);
        }
    }

    static boolean isHealthy(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
