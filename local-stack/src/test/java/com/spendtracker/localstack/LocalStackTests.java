package com.spendtracker.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, with a real PostgreSQL and stand-ins for the services. */
class LocalStackTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern PID = Pattern.compile("\"([a-z-]+)\":(\\d+)(?=[,}])");

    @TempDir
    static Path shared;

    private static Path data;
    private static Path readyFile;

    private final List<Process> launchers = new ArrayList<>();
    private Path output;

    @BeforeAll
    static void makeStandIns() throws IOException {
        data = shared.resolve("my data");
        readyFile = shared.resolve("ready.json");
        makeJar(shared.resolve("db/target/db-exec.jar"));
        for (String service : List.of("auth-service", "analytics-service", "gateway", "web-ui")) {
            makeJar(shared.resolve(service + "/target/" + service + ".jar"));
        }
    }

    @BeforeEach
    void freshOutput() throws IOException {
        output = Files.createTempFile(shared, "output", ".txt");
        Files.deleteIfExists(readyFile);
    }

    @AfterEach
    void endLaunchers() throws InterruptedException {
        for (Process launcher : launchers) {
            launcher.destroy();
            assertThat(launcher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void runWhenReadyThenSaysWhereAndStopLeavesNoProcess() throws Exception {
        Process launcher = launch();
        Map<String, Long> pids = awaitReady();

        assertThat(pids.keySet())
                .contains("launcher", "postgres", "auth-service", "analytics-service", "gateway", "web-ui");
        assertThat(pids).containsEntry("launcher", launcher.pid());
        awaitText("john.doe@example.com", "password123", data.toRealPath().toString());

        launcher.destroy();

        assertThat(launcher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(128 + 15);
        assertThat(alive(pids)).isEmpty();
        assertThat(readyFile).doesNotExist();
        assertThat(new ProcessRegister(data.resolve("run.processes")).leftOver())
                .isEmpty();
    }

    @Test
    void runWhenInterruptedThenStopsWithTheExitCodeOfCtrlC() throws Exception {
        Process launcher = launch();
        Map<String, Long> pids = awaitReady();

        assertThat(Commands.run(List.of("kill", "-INT", String.valueOf(launcher.pid())), shared.resolve("kill.log")))
                .isZero();

        assertThat(launcher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(128 + 2);
        assertThat(alive(pids)).isEmpty();
    }

    @Test
    void runWhenLauncherIsKilledThenTheWatchdogEndsTheRest() throws Exception {
        Process launcher = launch();
        Map<String, Long> pids = awaitReady();

        launcher.destroyForcibly().waitFor();

        awaitGone(pids);
    }

    @Test
    void runWhenLauncherAndWatchdogWereKilledThenTheNextTakesOver() throws Exception {
        Process launcher = launch();
        Map<String, Long> pids = awaitReady();
        ProcessRegister.Entry watchdog = new ProcessRegister(data.resolve("run.processes"))
                .leftOver().stream()
                        .filter(entry -> entry.name().equals("watchdog"))
                        .findFirst()
                        .orElseThrow();
        watchdog.process().orElseThrow().destroyForcibly();
        launcher.destroyForcibly().waitFor();
        pids.remove("launcher");
        assertThat(alive(pids)).isNotEmpty();
        Files.deleteIfExists(readyFile);

        launch();
        Map<String, Long> next = awaitReady();

        assertThat(alive(pids)).isEmpty();
        assertThat(alive(next)).hasSameSizeAs(next.keySet());
        awaitText("an earlier start had left behind");
    }

    @Test
    void runWhenDataIsInUseThenSaysSoAndFails() throws Exception {
        Process first = launch();
        awaitReady();

        Process second = launch();

        assertThat(second.waitFor()).isEqualTo(1);
        awaitText("already runs", String.valueOf(first.pid()));
        assertThat(first.isAlive()).isTrue();
    }

    @Test
    void runWhenAServiceEndsThenItIsNamedAndAllStops() throws Exception {
        Process launcher = launch();
        Map<String, Long> pids = awaitReady();

        process(pids, "analytics-service").destroyForcibly();

        assertThat(launcher.waitFor()).isEqualTo(1);
        awaitText("analytics-service ended with exit code 137", "stand-in serves on");
        awaitGone(pids);
    }

    @Test
    void runWhenOptionIsUnknownThenExitCodeTwo() throws Exception {
        assertThat(launch("--prot", "1").waitFor()).isEqualTo(2);
        awaitText("unknown option: --prot");
    }

    @Test
    void runWhenTrainedThenTheNextStartUsesTheCaches() throws Exception {
        Process launcher = launch();
        awaitReady();
        Instant limit = Instant.now().plus(PATIENCE);
        while (caches().size() < 5) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(200);
        }
        launcher.destroy();
        launcher.waitFor();
        Files.deleteIfExists(readyFile);

        launch();
        Map<String, Long> pids = awaitReady();

        assertThat(process(pids, "gateway").info().commandLine().orElse("")).contains("-XX:AOTCache=");
        assertThat(Files.readString(data.resolve("logs/gateway.log"))).doesNotContain("AOT");
    }

    private static List<Path> caches() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("apps"), 2)) {
            return files.filter(file -> file.toString().endsWith(".aot")).toList();
        }
    }

    private Process launch(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-Dspend-tracker.home=" + shared,
                "-cp",
                System.getProperty("java.class.path"),
                LocalStack.class.getName(),
                "--data",
                data.toString(),
                "--port",
                "0",
                "--ready-file",
                readyFile.toString()));
        command.addAll(List.of(more));
        Process launcher = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        launchers.add(launcher);
        return launcher;
    }

    private Map<String, Long> awaitReady() throws Exception {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!Files.exists(readyFile)) {
            assertThat(Instant.now()).as(Files.readString(output)).isBefore(limit);
            Thread.sleep(50);
        }
        Map<String, Long> pids = new TreeMap<>();
        String json = Files.readString(readyFile);
        Matcher matcher = PID.matcher(json.substring(json.indexOf("\"pids\"")));
        while (matcher.find()) {
            pids.put(matcher.group(1), Long.valueOf(matcher.group(2)));
        }
        return pids;
    }

    private void awaitText(String... parts) throws Exception {
        Instant limit = Instant.now().plusSeconds(5);
        while (Stream.of(parts).anyMatch(part -> !outputText().contains(part))) {
            assertThat(Instant.now()).as(outputText()).isBefore(limit);
            Thread.sleep(50);
        }
    }

    private String outputText() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    private static ProcessHandle process(Map<String, Long> pids, String name) {
        return ProcessHandle.of(pids.getOrDefault(name, -1L)).orElseThrow();
    }

    private static List<String> alive(Map<String, Long> pids) {
        return pids.entrySet().stream()
                .filter(entry -> ProcessHandle.of(entry.getValue())
                        .filter(ProcessHandle::isAlive)
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void awaitGone(Map<String, Long> pids) throws InterruptedException {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!alive(pids).isEmpty()) {
            assertThat(Instant.now()).as(alive(pids).toString()).isBefore(limit);
            Thread.sleep(50);
        }
    }

    /** A jar of the shape that Spring Boot makes, with nothing in it but the stand-in. */
    private static void makeJar(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Start-Class", StandIn.class.getName());
        String standIn = StandIn.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                var content = StandIn.class.getResourceAsStream("/" + standIn)) {
            out.putNextEntry(new JarEntry("BOOT-INF/classes/" + standIn));
            content.transferTo(out);
            out.putNextEntry(new JarEntry("BOOT-INF/classpath.idx"));
            out.write("- \"BOOT-INF/lib/none.jar\"\n".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
    }
}
