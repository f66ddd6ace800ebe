package com.spendtracker.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out which process listens on a port, as far as the system tells. */
final class PortOwner {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int ADDRESS_COLUMN = 1;
    private static final int STATE_COLUMN = 3;
    private static final int INODE_COLUMN = 9;

    private PortOwner() {}

    /** Names the process, such as {@code node (pid 4711)}; empty if it belongs to someone else or cannot be found. */
    static Optional<String> find(int port) {
        try {
            Optional<Long> pid = Files.isReadable(PROC.resolve("net/tcp")) ? findByProc(port) : findByLsof(port);
            return pid.map(PortOwner::describe);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String describe(long pid) {
        String command = ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(path -> String.valueOf(Path.of(path).getFileName()))
                .orElse("a process");
        return command + " (pid " + pid + ")";
    }

    private static Optional<Long> findByProc(int port) throws IOException {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            Path file = PROC.resolve(table);
            if (Files.isReadable(file)) {
                collectListeners(Files.readAllLines(file, StandardCharsets.US_ASCII), port, sockets);
            }
        }
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (holdsAny(process, sockets)) {
                    return Optional.of(Long.valueOf(String.valueOf(process.getFileName())));
                }
            }
        }
        return Optional.empty();
    }

    private static void collectListeners(List<String> lines, int port, Set<String> sockets) {
        String suffix = String.format(":%04X", port);
        for (String line : lines) {
            String[] columns = line.strip().split("\\s+", -1);
            if (columns.length > INODE_COLUMN
                    && columns[STATE_COLUMN].equals(LISTENING)
                    && columns[ADDRESS_COLUMN].endsWith(suffix)) {
                sockets.add("socket:[" + columns[INODE_COLUMN] + "]");
            }
        }
    }

    private static boolean holdsAny(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (sockets.contains(String.valueOf(Files.readSymbolicLink(descriptor)))) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Another user's process, or one that ended meanwhile.
        }
        return false;
    }

    private static Optional<Long> findByLsof(int port) throws IOException {
        Process lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        return output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Long::valueOf)
                .findFirst();
    }
}
