package com.spendtracker.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways and a real Redis, where there is one. */
class RedisBucketsTests {
    private static final Limit LIMIT = new Limit("user", 4, Duration.ofHours(1));

    @TempDir
    static Path directory;

    private @Nullable Process redis;
    private int port;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(path -> Path.of(path, "redis-server").toFile().canExecute()));
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        startRedis();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (redis != null) {
            redis.destroyForcibly().waitFor();
        }
    }

    @Test
    void takeWhenTwoGatewaysThenTheyCountTogether() throws InterruptedException {
        RedisBuckets one = gateway();
        RedisBuckets other = gateway();
        try {
            awaitThatTheyCountTogether(one, other);
            assertThat(take(one, "42").remaining()).isEqualTo(3);
            assertThat(take(other, "42").remaining()).isEqualTo(2);
            assertThat(take(one, "42").remaining()).isEqualTo(1);
            assertThat(take(other, "42").isGranted()).isTrue();
            assertThat(take(one, "42").isGranted()).isFalse();
            assertThat(take(other, "43").remaining()).isEqualTo(3);
        } finally {
            one.destroy();
            other.destroy();
        }
    }

    @Test
    void takeWhenRedisGoesAndComesBackThenCountedHereMeanwhile() throws Exception {
        RedisBuckets buckets = gateway();
        RedisBuckets other = gateway();
        try {
            awaitThatTheyCountTogether(buckets, other);
            take(buckets, "42");
            take(buckets, "42");
            stop();

            assertThat(take(buckets, "42").remaining()).isEqualTo(3);
            assertThat(take(buckets, "42").remaining()).isEqualTo(2);

            startRedis();
            // Counted here, there would be one or none left by now.
            while (take(buckets, "42").remaining() < 3) {
                Thread.sleep(100);
            }
        } finally {
            other.destroy();
            buckets.destroy();
        }
    }

    /** Connections are made when they are first needed. */
    private static void awaitThatTheyCountTogether(Buckets one, Buckets other) throws InterruptedException {
        for (int i = 0;
                take(one, "first " + i).remaining() + take(other, "first " + i).remaining() != 3 + 2;
                i++) {
            Thread.sleep(50);
        }
    }

    private RedisBuckets gateway() {
        return new RedisBuckets("redis://127.0.0.1:" + port, LIMIT.window(), new LocalBuckets(LIMIT.window()));
    }

    private static Allowance take(Buckets buckets, String subject) {
        return Objects.requireNonNull(buckets.take(LIMIT, subject).block());
    }

    private void startRedis() throws IOException, InterruptedException {
        redis = new ProcessBuilder(
                        "redis-server",
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--dir",
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("redis.log").toFile())
                .start();
        while (!answers()) {
            Thread.sleep(20);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }
}
