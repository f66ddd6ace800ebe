package com.spendtracker.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which processes of an earlier run are believed to be ours, and their end. */
class ProcessRegisterTests {

    private static final String MARKER = "9999";

    @TempDir
    Path directory;

    private Path file;
    private Process sleeper;

    @BeforeEach
    void startSleeper() throws IOException {
        file = directory.resolve("run.processes");
        sleeper = new ProcessBuilder("sleep", MARKER).start();
    }

    @AfterEach
    void endSleeper() {
        sleeper.destroyForcibly();
    }

    @Test
    void endLeftOverWhenOursThenEnded() throws Exception {
        new ProcessRegister(file).add("web-ui", sleeper.toHandle(), MARKER);

        assertThat(Takeover.endLeftOver(new ProcessRegister(file), Duration.ofSeconds(1)))
                .isOne();

        assertThat(sleeper.waitFor()).isNotZero();
    }

    @Test
    void endLeftOverWhenItIgnoresTermThenKilled() throws Exception {
        Process deaf = new ProcessBuilder("/bin/sh", "-c", "trap '' TERM; echo; sleep 1000 & wait; sleep 1001").start();
        assertThat(deaf.getInputStream().read()).isEqualTo('\n');
        new ProcessRegister(file).add("web-ui", deaf.toHandle(), "sleep 1001");

        Takeover.endLeftOver(new ProcessRegister(file), Duration.ofSeconds(1));

        assertThat(deaf.isAlive()).isFalse();
    }

    @Test
    void endLeftOverWhenNumberBelongsToAnotherCommandThenSpared() throws IOException {
        new ProcessRegister(file).add("web-ui", sleeper.toHandle(), "-Dspend-tracker.data=/elsewhere");

        assertThat(Takeover.endLeftOver(new ProcessRegister(file), Duration.ofSeconds(1)))
                .isZero();

        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void endLeftOverWhenItStartedAtAnotherTimeThenSpared() throws IOException {
        Instant before = sleeper.info().startInstant().orElseThrow().minus(Duration.ofMinutes(1));
        write(new ProcessRegister.Entry("web-ui", sleeper.pid(), before, MARKER).toLine());

        assertThat(Takeover.endLeftOver(new ProcessRegister(file), Duration.ofSeconds(1)))
                .isZero();

        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void leftOverWhenRemovedThenNothing() throws IOException {
        ProcessRegister register = new ProcessRegister(file);
        register.add("web-ui", sleeper.toHandle(), MARKER);
        register.remove(sleeper.pid());

        assertThat(new ProcessRegister(file).leftOver()).isEmpty();
    }

    @Test
    void leftOverWhenFileIsDamagedThenTheGoodLinesCount() throws IOException {
        ProcessRegister.Entry good = ProcessRegister.Entry.of("web-ui", sleeper.toHandle(), MARKER);
        write("x\ty\tz\tw\n\n12\n" + good.toLine());

        assertThat(new ProcessRegister(file).leftOver())
                .extracting(ProcessRegister.Entry::pid)
                .containsExactly(sleeper.pid());
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }
}
