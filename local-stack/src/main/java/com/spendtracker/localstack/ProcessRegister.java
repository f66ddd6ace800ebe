package com.spendtracker.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Remembers on disk which processes were started, so that the next start can end those that a crash left over. */
final class ProcessRegister {

    /** Linux reckons a start from the boot time in whole seconds, which shifts a little when the clock is set. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(3);

    private static final int FIELDS = 4;

    private final Path file;
    private final List<Entry> entries = new ArrayList<>();

    ProcessRegister(Path file) {
        this.file = file;
    }

    /**
     * One process: a number alone may since have been given to another program.
     *
     * @param marker a text that its command line contains
     */
    record Entry(String name, long pid, Instant start, String marker) {

        static Entry of(String name, ProcessHandle process, String marker) {
            return new Entry(name, process.pid(), process.info().startInstant().orElse(Instant.EPOCH), marker);
        }

        /** The process, if it still runs and is this very one by number, start and command line. */
        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(found -> startedThen(found.info()))
                    .filter(found -> found.info().commandLine().orElse("").contains(marker));
        }

        private boolean startedThen(ProcessHandle.Info info) {
            Instant found = info.startInstant().orElse(Instant.EPOCH);
            return Duration.between(start, found).abs().compareTo(START_TOLERANCE) <= 0;
        }

        String toLine() {
            return pid + "\t" + start.toEpochMilli() + "\t" + name + "\t" + marker;
        }

        static Optional<Entry> fromLine(String line) {
            String[] fields = line.split("\t", FIELDS);
            try {
                return fields.length < FIELDS
                        ? Optional.empty()
                        : Optional.of(new Entry(
                                fields[2],
                                Long.parseLong(fields[0]),
                                Instant.ofEpochMilli(Long.parseLong(fields[1])),
                                fields[3]));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    synchronized void add(String name, ProcessHandle process, String marker) throws IOException {
        entries.add(Entry.of(name, process, marker));
        write();
    }

    synchronized void remove(long pid) throws IOException {
        if (entries.removeIf(entry -> entry.pid() == pid)) {
            write();
        }
    }

    synchronized void clear() throws IOException {
        entries.clear();
        Files.deleteIfExists(file);
    }

    /** The processes of an earlier run that still live. */
    List<Entry> leftOver() throws IOException {
        if (Files.notExists(file)) {
            return List.of();
        }
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .map(Entry::fromLine)
                .flatMap(Optional::stream)
                .filter(entry -> entry.process().isPresent())
                .toList();
    }

    private void write() throws IOException {
        String text = entries.stream().map(entry -> entry.toLine() + "\n").collect(Collectors.joining());
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
