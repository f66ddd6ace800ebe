package com.spendtracker.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL for a person's own data: durable, behind a password, reachable from this machine only.
 *
 * <p>PostgreSQL's own programs do the work. Everything that matters is said on the server's command line, where no
 * configuration file can undo it.
 */
final class PostgresServer {

    static final String USER = "spend_tracker";
    static final String DATABASE = "spend_tracker";

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "timezone=UTC",
            "log_timezone=UTC",
            "shared_buffers=64MB",
            "max_connections=60",
            "max_wal_size=256MB",
            "autovacuum_max_workers=2",
            "max_parallel_workers=2",
            "jit=off",
            // No separate I/O processes: a few users do not need them, and each takes memory.
            "io_method=sync");
    private static final int START_SECONDS = 90;
    private static final int STOP_SECONDS = 30;
    private static final String LEFT_OVER = "pre-existing shared memory block";
    private static final Duration LEFT_OVER_PATIENCE = Duration.ofMinutes(3);
    private static final Duration LEFT_OVER_PAUSE = Duration.ofSeconds(1);
    private static final Duration END_PATIENCE = Duration.ofSeconds(5);
    private static final int SHOWN_LINES = 12;

    private final Path binaries;
    private final Path data;
    private final Path log;
    private final List<String> asOrdinaryUser;

    PostgresServer(Path binaries, Path data, Path log) throws IOException {
        this.binaries = binaries;
        this.data = data.toAbsolutePath().normalize();
        this.log = log;
        this.asOrdinaryUser = RootUser.commandPrefix();
    }

    /** Makes the cluster and its empty database, unless that was done before. */
    void create(Path passwordFile) throws IOException {
        if (Files.exists(data)) {
            return;
        }
        Directories.fill(data, draft -> {
            // The builtin locale sorts alike on every system and never changes under an index, as the C library's do.
            runOrFail(
                    List.of(
                            "initdb",
                            "-D",
                            draft.toString(),
                            "--username=" + USER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"),
                    "");
            runOffline(draft, "CREATE DATABASE " + DATABASE);
        });
    }

    /** Makes the cluster accept this password, for when the file that held the old one was lost. */
    void resetPassword(String password) throws IOException {
        runOffline(data, "ALTER ROLE " + USER + " PASSWORD '" + password.replace("'", "''") + "'");
    }

    private void runOffline(Path cluster, String sql) throws IOException {
        runOrFail(
                List.of("postgres", "--single", "-D", cluster.toString(), "-c", "exit_on_error=on", "postgres"),
                sql + "\n");
    }

    /** Starts the server, waits until it takes connections and returns its process. */
    ProcessHandle start(int port) throws IOException {
        forgetForeignProcess();
        StringBuilder settings = new StringBuilder("-p ").append(port);
        SETTINGS.forEach(setting -> settings.append(" -c ").append(setting));
        // pg_ctl gives the server a session of its own, so that Ctrl-C reaches the launcher only.
        List<String> command = List.of(
                "pg_ctl", "start",
                "-w", "-s",
                "-t", String.valueOf(START_SECONDS),
                "-D", data.toString(),
                "-l", log.toString(),
                "-o", settings.toString());
        startUnlessSomethingIsLeft(command);
        return running().orElseThrow(() -> new StackException("PostgreSQL ended at once" + lastLines()));
    }

    /**
     * A session that was in the middle of a statement outlives a server that was killed, until it next waits for
     * anything; PostgreSQL refuses to start beside it. So that is tried again until it has ended.
     */
    private void startUnlessSomethingIsLeft(List<String> command) throws IOException {
        Instant deadline = Instant.now().plus(LEFT_OVER_PATIENCE);
        int code = runProgram(command, "");
        while (code != 0 && lastLines().contains(LEFT_OVER) && Instant.now().isBefore(deadline) && paused()) {
            code = runProgram(command, "");
        }
        requireSuccess(command, code);
    }

    /** Waits a moment; false if there is no time for that, as somebody wants the launcher to end. */
    private static boolean paused() {
        try {
            Thread.sleep(LEFT_OVER_PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Stops the server, if it runs: first politely to every session, then hard. Data is safe both ways. */
    void stop() throws IOException {
        for (String mode : List.of("fast", "immediate")) {
            Optional<ProcessHandle> process = running();
            if (process.isEmpty()) {
                return;
            }
            runProgram(
                    List.of(
                            "pg_ctl",
                            "stop",
                            "-w",
                            "-s",
                            "-t",
                            String.valueOf(STOP_SECONDS),
                            "-D",
                            data.toString(),
                            "-m",
                            mode),
                    "");
            // pg_ctl waits for the lock file to go, which the process outlives by a moment.
            Processes.awaitEnd(List.of(process.get()), END_PATIENCE);
        }
    }

    /** The process that serves this very data directory, if there is one. */
    Optional<ProcessHandle> running() throws IOException {
        return recordedProcess().filter(this::servesThisData);
    }

    /** What identifies the server's process beside its number: its command line names the data directory. */
    String marker() {
        return data.toString();
    }

    String lastLines() {
        return Commands.tail(log, SHOWN_LINES);
    }

    /**
     * Removes a lock file whose process number was given to some other program since, as after a power cut: PostgreSQL
     * itself would take that program for a server and refuse to start.
     */
    private void forgetForeignProcess() throws IOException {
        if (recordedProcess().filter(process -> !servesThisData(process)).isPresent()) {
            Files.deleteIfExists(lockFile());
        }
    }

    private Optional<ProcessHandle> recordedProcess() throws IOException {
        try {
            List<String> lines = Files.readAllLines(lockFile(), StandardCharsets.UTF_8);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Path lockFile() {
        return data.resolve("postmaster.pid");
    }

    private boolean servesThisData(ProcessHandle process) {
        String command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(data.toString());
    }

    private void runOrFail(List<String> command, String input) throws IOException {
        requireSuccess(command, runProgram(command, input));
    }

    private void requireSuccess(List<String> command, int code) {
        if (code != 0) {
            throw new StackException(
                    command.getFirst() + " failed with exit code " + code + " (" + log + ")" + lastLines());
        }
    }

    private int runProgram(List<String> command, String input) throws IOException {
        List<String> full = new ArrayList<>(asOrdinaryUser);
        full.add(binaries.resolve("bin").resolve(command.getFirst()).toString());
        full.addAll(command.subList(1, command.size()));
        return Commands.run(full, log, input);
    }
}
