package com.spendtracker.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One running Spend Tracker: starts its parts at the same time, waits until all answer, and stops them in order. */
final class Stack {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
    private static final int STATUS_MILLIS = 500;
    private static final int SHOWN_LINES = 15;
    private static final int POSTGRES_PORT = 54_329;
    private static final int HELPER_PATIENCE_SECONDS = 30;
    private static final String POSTGRES = "PostgreSQL";
    private static final String MIGRATION = "database schema";
    /** What the JVM says in its first lines when it starts without the cache that it was given. */
    private static final String CACHE_REFUSED = "while processing the AOT cache";

    private final Options options;
    private final Path home;
    private final DataDirectory data;
    private final Console console;
    private final ChildProcesses children;
    private final ExecutorService tasks =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private final Instant begin = Instant.now();
    private final Set<String> awaited = new LinkedHashSet<>();
    private final Map<Program, AppImage> images = new LinkedHashMap<>();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final JavaRuntime java = JavaRuntime.current();
    private @Nullable PostgresServer postgres;
    private final AtomicBoolean stopped = new AtomicBoolean();

    Stack(Options options, Path home, DataDirectory data, Console console) throws IOException {
        this.options = options;
        this.home = home;
        this.data = data;
        this.console = console;
        this.children = new ChildProcesses(new ProcessRegister(data.register()), "-Dspend-tracker.data=" + data.root());
    }

    /** Where everything is, once ports are chosen. */
    private record Plan(int publicPort, DatabaseAddress database, Programs programs) {}

    /**
     * Starts everything and waits until the gateway says that all behind it is well.
     *
     * @throws StackException if a part ends or does not answer in time
     */
    void start(Ports ports, int publicPort) throws IOException, InterruptedException {
        boolean hadPassword = Files.exists(data.secrets().resolve(Secrets.ADMIN_PASSWORD));
        Secrets secrets = Secrets.open(data.secrets());
        DatabaseAddress own = options.database();
        DatabaseAddress database = own == null
                ? new DatabaseAddress(
                        "127.0.0.1",
                        ports.takePreferred(POSTGRES, POSTGRES_PORT),
                        PostgresServer.DATABASE,
                        PostgresServer.USER,
                        secrets.adminPassword())
                : own;
        Programs programs = Programs.plan(ports, publicPort, database, secrets.directory(), options.demo());
        Plan plan = new Plan(publicPort, database, programs);

        CompletableFuture<?> schema = run(MIGRATION, () -> {
            if (own == null) {
                startPostgres(secrets, database.port(), hadPassword);
            }
            migrate(programs.migration());
        });
        List<CompletableFuture<?>> parts = programs.services().stream()
                .<CompletableFuture<?>>map(service -> run(service.name(), () -> startService(service)))
                .toList();
        await(CompletableFuture.allOf(schema, CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new))));
        writeReadyFile(plan, secrets);
        announce(plan);
        tasks.execute(() -> new Training(children, data, ports).train(programs, images));
    }

    /** Waits for as long as everything runs; returns only by throwing what went wrong. */
    void awaitFailure() throws InterruptedException {
        await(new CompletableFuture<>());
    }

    private void startPostgres(Secrets secrets, int port, boolean hadPassword) throws IOException {
        Instant start = Instant.now();
        Path log = data.freshLog("postgres");
        PostgresServer server = new PostgresServer(PostgresBinaries.unpack(data.apps()), data.postgres(), log);
        synchronized (this) {
            postgres = server;
        }
        // Left by a launcher that was killed, in the moment before it could record it.
        server.stop();
        boolean existed = Files.exists(data.postgres());
        server.create(secrets.adminPasswordFile());
        if (existed && !hadPassword) {
            server.resetPassword(secrets.adminPassword());
        }
        ProcessHandle process = server.start(port);
        children.addPostgres(process, server.marker());
        Processes.whenEnded(process, () -> fail(POSTGRES + " ended." + inLog(log)));
        done(POSTGRES, start);
    }

    private void migrate(Program program) throws IOException, InterruptedException {
        Instant start = Instant.now();
        Path log = data.freshLog(program.name());
        AppImage image = image(program);
        Process process = children.start(program.name(), image.command(children.marker()), program.environment(), log);
        if (process.waitFor() != 0) {
            throw new StackException("The database schema could not be brought up to date." + inLog(log));
        }
        checkCache(image, log);
        done(MIGRATION, start);
    }

    private void startService(Service service) throws IOException, InterruptedException {
        Program program = service.program();
        Path log = data.freshLog(program.name());
        AppImage image = image(program);
        Process process = children.start(program.name(), image.command(children.marker()), program.environment(), log);
        Processes.whenEnded(
                process,
                ended -> fail(program.name() + " ended with exit code " + ended.exitValue() + "." + inLog(log)));
        Health.await(service.health());
        checkCache(image, log);
        done(program.name(), begin);
    }

    private AppImage image(Program program) throws IOException {
        Path jar = home.resolve(program.module()).resolve("target").resolve(program.jar());
        AppImage image = AppImage.of(program, jar, data.apps(), java);
        synchronized (images) {
            images.put(program, image);
        }
        return image;
    }

    private static void checkCache(AppImage image, Path log) throws IOException {
        if (image.hasCache()
                && Files.readString(log, StandardCharsets.ISO_8859_1).contains(CACHE_REFUSED)) {
            image.dropCache();
        }
    }

    /** Work that may fail or be interrupted. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private CompletableFuture<?> run(String part, Work work) {
        synchronized (awaited) {
            awaited.add(part);
        }
        return CompletableFuture.runAsync(() -> attempt(part, work), tasks);
    }

    /** Does the work; what goes wrong is made known at once, not only when the other parts have ended too. */
    private void attempt(String part, Work work) {
        try {
            work.run();
        } catch (StackException e) {
            failure.completeExceptionally(e);
            throw e;
        } catch (IOException e) {
            StackException error = new StackException(part + ": " + e, e);
            failure.completeExceptionally(error);
            throw error;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("stopping", e);
        }
    }

    private void done(String part, Instant start) {
        synchronized (awaited) {
            awaited.remove(part);
        }
        console.done(part, Duration.between(start, Instant.now()));
    }

    private void fail(String message) {
        if (!children.isStopping()) {
            failure.completeExceptionally(new StackException(message));
        }
    }

    private static String inLog(Path log) {
        String lines = Commands.tail(log, SHOWN_LINES);
        return lines.isEmpty() ? " Its log is empty: " + log : " The end of " + log + ":" + lines;
    }

    /** Waits for the work or for the first thing that goes wrong; the start has a time limit, the rest has none. */
    private void await(CompletableFuture<?> work) throws InterruptedException {
        CompletableFuture<Object> first = CompletableFuture.anyOf(work, failure);
        while (true) {
            try {
                first.get(STATUS_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                checkProgress();
            } catch (ExecutionException e) {
                throw unwrap(e);
            }
        }
    }

    private void checkProgress() {
        String missing;
        synchronized (awaited) {
            missing = String.join(", ", awaited);
        }
        if (missing.isEmpty()) {
            return;
        }
        long seconds = Duration.between(begin, Instant.now()).toSeconds();
        if (seconds > START_TIMEOUT.toSeconds()) {
            throw new StackException("No answer within " + START_TIMEOUT.toSeconds() + " s from: " + missing
                    + ". What they say is in " + data.logs());
        }
        console.status("waiting for " + missing + " (" + seconds + " s)");
    }

    private static RuntimeException unwrap(Throwable error) {
        Throwable cause = error;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private void announce(Plan plan) {
        StringBuilder text = new StringBuilder("\nSpend Tracker runs at http://localhost:")
                .append(plan.publicPort())
                .append("\n\n");
        if (options.demo()) {
            text.append("  demo accounts  john.doe@example.com, jane.doe@example.com, charlie@example.com\n")
                    .append("  password       password123\n");
        }
        text.append("  data           ").append(data.root()).append('\n');
        text.append("  database       ").append(plan.database()).append('\n');
        text.append("  logs           ").append(data.logs()).append("\n\nCtrl-C stops it.");
        console.line(text.toString());
    }

    private void writeReadyFile(Plan plan, Secrets secrets) throws IOException {
        Path file = options.readyFile();
        if (file == null) {
            return;
        }
        Map<String, Object> database = new LinkedHashMap<>();
        database.put("host", plan.database().host());
        database.put("port", plan.database().port());
        database.put("name", plan.database().name());
        database.put("admin_user", plan.database().user());
        Map<String, Object> pids = new LinkedHashMap<>();
        pids.put("launcher", ProcessHandle.current().pid());
        PostgresServer server = postgresServer();
        if (server != null) {
            server.running().ifPresent(process -> pids.put("postgres", process.pid()));
        }
        pids.putAll(children.pids());
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("base_url", "http://localhost:" + plan.publicPort());
        plan.programs()
                .services()
                .forEach(service -> ready.put(
                        service.name().replace("-service", "").replace('-', '_') + "_url",
                        "http://127.0.0.1:" + service.health().getPort()));
        ready.put("database", database);
        ready.put("secrets_dir", secrets.directory());
        ready.put("data_dir", data.root());
        ready.put("logs_dir", data.logs());
        ready.put("pids", pids);
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.writeString(draft, Json.object(ready) + "\n", StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private synchronized @Nullable PostgresServer postgresServer() {
        return postgres;
    }

    /** Stops the services, then PostgreSQL. A second call does nothing. */
    void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        children.refuseMore();
        tasks.shutdownNow();
        children.endAll();
        stopPostgres();
    }

    private void stopPostgres() {
        try {
            // A start that is under way comes to its end first: what is half started cannot be stopped.
            if (!tasks.awaitTermination(HELPER_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                console.line("Some work in the background did not end.");
            }
            PostgresServer server = postgresServer();
            if (server != null) {
                server.stop();
            }
            children.close();
            Path ready = options.readyFile();
            if (ready != null) {
                Files.deleteIfExists(ready);
            }
        } catch (IOException e) {
            console.line("PostgreSQL could not be stopped: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A program that goes on running and answers HTTP. */
    record Service(Program program, URI health) {

        String name() {
            return program.name();
        }
    }
}
