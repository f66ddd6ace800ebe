package com.spendtracker.e2e.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged stack, started the way {@code ./run} starts it, with an empty data directory and free ports. */
final class LocalStackProcess implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration LEFT_OVER_TIMEOUT = Duration.ofSeconds(10);
    private static final int POLL_MILLIS = 100;

    private final Process launcher;
    private final Thread endWithThisJvm;
    private final Stack stack;
    private final List<ProcessHandle> parts;

    private LocalStackProcess(Process launcher, Thread endWithThisJvm, JsonNode ready) {
        this.launcher = launcher;
        this.endWithThisJvm = endWithThisJvm;
        this.stack = toStack(ready);
        this.parts = ready.required("pids").values().stream()
                .map(JsonNode::asLong)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
    }

    static LocalStackProcess start() {
        try {
            Path target =
                    Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target");
            Path data = emptied(target.resolve("stack"));
            Path readyFile = data.resolve("ready.json");
            Path output = target.resolve("stack.log");
            Process launcher = new ProcessBuilder(command(target, data, readyFile))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            Thread end = new Thread(launcher::destroy);
            Runtime.getRuntime().addShutdownHook(end);
            return new LocalStackProcess(launcher, end, awaitReady(launcher, readyFile, output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stack stack() {
        return stack;
    }

    /** Stops the stack as Ctrl-C does, and fails if any of its processes outlives it. */
    @Override
    public void close() {
        List<ProcessHandle> all =
                Stream.concat(parts.stream(), launcher.descendants()).distinct().toList();
        launcher.destroy();
        if (!ends(launcher.toHandle(), STOP_TIMEOUT)) {
            throw new AssertionError("The stack did not stop within " + STOP_TIMEOUT.toSeconds() + " s");
        }
        Runtime.getRuntime().removeShutdownHook(endWithThisJvm);
        List<String> leftOver = all.stream()
                .filter(part -> !ends(part, LEFT_OVER_TIMEOUT))
                .map(part -> part.pid() + " " + part.info().command().orElse(""))
                .toList();
        if (!leftOver.isEmpty()) {
            throw new AssertionError("The stack stopped, but left processes behind: " + leftOver);
        }
    }

    private static List<String> command(Path target, Path data, Path readyFile) {
        Path jar = target.resolve("../../local-stack/target/local-stack.jar").normalize();
        if (Files.notExists(jar)) {
            throw new IllegalStateException(
                    jar + " is not there: the tests run after everything is packaged, " + "with ./mvnw verify");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "--port",
                "0",
                "--data",
                data.toString(),
                "--ready-file",
                readyFile.toString());
    }

    private static JsonNode awaitReady(Process launcher, Path readyFile, Path output) throws IOException {
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (Files.notExists(readyFile)) {
            if (hasEnded(launcher) || Instant.now().isAfter(deadline)) {
                launcher.destroy();
                throw new IllegalStateException("The stack did not start:\n" + Files.readString(output));
            }
        }
        return JsonMapper.shared().readTree(readyFile);
    }

    private static boolean hasEnded(Process process) {
        try {
            return process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static boolean ends(ProcessHandle process, Duration timeout) {
        try {
            process.onExit().get(timeout.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path emptied(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(directory);
    }

    private static Stack toStack(JsonNode ready) {
        Path secrets = Path.of(ready.required("secrets_dir").stringValue());
        return new Stack(
                URI.create(ready.required("base_url").stringValue()),
                URI.create(ready.required("auth_url").stringValue()),
                URI.create(ready.required("analytics_url").stringValue()),
                toDatabase(ready.required("database"), secrets),
                secret(secrets, "KEY_ENCRYPTION_KEY"));
    }

    private static Database toDatabase(JsonNode database, Path secrets) {
        String url = "jdbc:postgresql://%s:%d/%s"
                .formatted(
                        database.required("host").stringValue(),
                        database.required("port").intValue(),
                        database.required("name").stringValue());
        return new Database(url, database.required("admin_user").stringValue(), secret(secrets, "POSTGRES_PASSWORD"));
    }

    private static String secret(Path secrets, String name) {
        try {
            return Files.readString(secrets.resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
