package com.spendtracker.localstack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Ends what a launcher left running that was killed together with its watchdog. */
final class Takeover {

    private Takeover() {}

    /**
     * Ends the recorded processes that still run, the services before PostgreSQL. Only processes that are known by
     * number, start and command line are touched. To be called by the holder of the data directory only.
     *
     * @return how many there were
     */
    static int endLeftOver(ProcessRegister register, Duration patience) throws IOException {
        List<ProcessRegister.Entry> leftOver = register.leftOver();
        end(leftOver, patience, entry -> !entry.name().equals("postgres"));
        end(leftOver, patience, entry -> entry.name().equals("postgres"));
        return leftOver.size();
    }

    private static void end(
            List<ProcessRegister.Entry> entries, Duration patience, Predicate<ProcessRegister.Entry> wanted) {
        Processes.end(
                entries.stream()
                        .filter(wanted)
                        .map(ProcessRegister.Entry::process)
                        .flatMap(Optional::stream)
                        .toList(),
                patience);
    }
}
