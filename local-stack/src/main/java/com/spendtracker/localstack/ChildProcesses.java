package com.spendtracker.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The processes that the launcher started and is answerable for: recorded, watched, and ended with it. */
final class ChildProcesses {

    /** From the shell that called ./run: made for other programs, or for the Compose stack, and wrong for these. */
    private static final List<String> FOREIGN_VARIABLES = List.of(
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "_JAVA_OPTIONS",
            "POSTGRES_USER",
            "POSTGRES_PASSWORD",
            "AUTH_DB_PASSWORD",
            "ANALYTICS_DB_PASSWORD",
            "KEY_ENCRYPTION_KEY");

    /** Ctrl-C goes to every process of a terminal; these must go on until the launcher ends them in order. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final ProcessRegister register;
    private final Watchdog watchdog;
    private final String marker;
    private final Map<String, ProcessHandle> running = new LinkedHashMap<>();
    private boolean stopping;

    /**
     * Starts with no process but the watchdog.
     *
     * @param marker a word of every command line, by which a process is known to be this stack's
     */
    ChildProcesses(ProcessRegister register, String marker) throws IOException {
        this.register = register;
        this.marker = marker;
        this.watchdog = Watchdog.start(marker);
        register.add("watchdog", watchdog.process(), marker);
    }

    String marker() {
        return marker;
    }

    /** Starts a process that writes to the given log and must end with the launcher. */
    synchronized Process start(String name, List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        if (stopping) {
            throw new StackException("stopping");
        }
        List<String> full = new ArrayList<>(DEAF_TO_CTRL_C);
        full.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(full)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        FOREIGN_VARIABLES.forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        Process process = builder.start();
        watchdog.watchService(process.pid());
        running.put(name, process.toHandle());
        register.add(name, process.toHandle(), marker);
        Processes.whenEnded(process, this::forget);
        return process;
    }

    /** Takes note of the database server, which is no child but a process of its own. */
    synchronized void addPostgres(ProcessHandle server, String serverMarker) throws IOException {
        watchdog.watchPostgres(server.pid());
        register.add("postgres", server, serverMarker);
    }

    private synchronized void forget(Process process) {
        watchdog.forget(process.pid());
        running.values().removeIf(handle -> handle.pid() == process.pid());
        try {
            register.remove(process.pid());
        } catch (IOException e) {
            // A record too many does no harm: it is verified before it is believed.
        }
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** Process numbers by name, of those that run now. */
    synchronized Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        running.forEach((name, process) -> pids.put(name, process.pid()));
        return pids;
    }

    /** Lets no more process start. */
    synchronized void refuseMore() {
        stopping = true;
    }

    /** Ends all that run; returns when they are gone. */
    void endAll() {
        List<ProcessHandle> all;
        synchronized (this) {
            stopping = true;
            all = List.copyOf(running.values());
        }
        Processes.end(all, PATIENCE);
    }

    /** Forgets everything, once nothing runs any more. */
    synchronized void close() throws IOException {
        watchdog.dismiss();
        register.clear();
    }
}
