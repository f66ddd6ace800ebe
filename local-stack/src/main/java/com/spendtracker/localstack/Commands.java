package com.spendtracker.localstack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs short helper programs to their end; an interruption waits for it too, so that none is left running. */
final class Commands {

    private Commands() {}

    /** Runs a program with nothing to read; its output is appended to the log. Returns its exit code. */
    static int run(List<String> command, Path log) throws IOException {
        return run(command, log, "");
    }

    /** Runs a program that reads the given text; its output is appended to the log. Returns its exit code. */
    static int run(List<String> command, Path log, String input) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading; its exit code says the rest.
        }
        return awaitEnd(process);
    }

    /** Waits for the end of a process and returns its exit code; an interruption is kept for the caller to see. */
    static int awaitEnd(Process process) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The last lines of a log, indented, for a message about a failure; empty if there are none. */
    static String tail(Path log, int lines) {
        // Logs are written by other programs: a stray byte must not hide the rest.
        try (Stream<String> content = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            List<String> all = content.filter(line -> !line.isBlank()).toList();
            StringBuilder text = new StringBuilder();
            for (String line : all.subList(Math.max(0, all.size() - lines), all.size())) {
                byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
                text.append("\n    ").append(new String(bytes, StandardCharsets.UTF_8));
            }
            return text.toString();
        } catch (IOException e) {
            return "";
        }
    }
}
