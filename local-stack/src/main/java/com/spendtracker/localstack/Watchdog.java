package com.spendtracker.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A tiny shell process that outlives a killed launcher just long enough to end what the launcher had started. */
final class Watchdog {

    private static final String SCRIPT = "watchdog.sh";

    private final Process process;

    private Watchdog(Process process) {
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param marker a text to recognise its process by
     */
    static Watchdog start(String marker) throws IOException {
        return new Watchdog(new ProcessBuilder("/bin/sh", "-c", script(), marker)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    void watchService(long pid) {
        tell("service " + pid);
    }

    void watchPostgres(long pid) {
        tell("postgres " + pid);
    }

    /** Says that a process has ended by itself: its number may soon be another program's. */
    void forget(long pid) {
        tell("gone " + pid);
    }

    /** Lets it end without touching anything. */
    void dismiss() {
        tell("dismiss");
    }

    private synchronized void tell(String line) {
        try {
            OutputStream stdin = process.getOutputStream();
            stdin.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            stdin.flush();
        } catch (IOException e) {
            // Someone killed it. The register on disk serves the next start all the same.
        }
    }

    private static String script() throws IOException {
        try (InputStream stream = Watchdog.class.getResourceAsStream(SCRIPT)) {
            if (stream == null) {
                throw new IOException("the jar lacks " + SCRIPT);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
