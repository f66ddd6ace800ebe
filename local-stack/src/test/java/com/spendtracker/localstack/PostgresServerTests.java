package com.spendtracker.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** The database that keeps a person's own data: real, durable, closed to others. */
class PostgresServerTests {

    /** Unpacked once; in the module's target directory because that takes a while. */
    private static final Path APPS = Path.of("target", "test-apps").toAbsolutePath();

    @TempDir
    Path directory;

    private Secrets secrets;
    private PostgresServer server;
    private int port;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(APPS);
        secrets = Secrets.open(directory.resolve("secrets"));
        server = new PostgresServer(
                PostgresBinaries.unpack(APPS), directory.resolve("postgres"), directory.resolve("postgres.log"));
        server.create(secrets.adminPasswordFile());
        port = new Ports(notice -> {}).takePublic(0);
        server.start(port);
    }

    @AfterEach
    void stop() throws IOException {
        server.stop();
    }

    @Test
    void settingsAreThoseOfAServerForRealData() throws Exception {
        Map<String, String> expected = Map.of(
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                "data_checksums", "on",
                "password_encryption", "scram-sha-256",
                "listen_addresses", "127.0.0.1",
                "server_encoding", "UTF8",
                "shared_buffers", "64MB",
                "max_connections", "60");
        Map<String, String> found = new HashMap<>();
        for (String setting : expected.keySet()) {
            found.put(setting, query("SHOW " + setting));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void everyLineOfHbaAsksForThePassword() throws Exception {
        assertThat(query("SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
    }

    @Test
    void connectWhenPasswordIsWrongThenRefused() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> connect("wrong").close())
                .satisfies(error -> assertThat(error.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void otherAddressesOfTheMachineAreNotServed() throws IOException {
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (var address : network.inetAddresses()
                    .filter(found -> !found.isLoopbackAddress())
                    .toList()) {
                assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress(address, port), 1_000);
                    }
                });
            }
        }
    }

    @Test
    void dataOutlivesAStopAndAKill() throws Exception {
        execute("CREATE TABLE kept (id int)");
        execute("INSERT INTO kept VALUES (1)");
        server.stop();
        assertThat(server.running()).isEmpty();

        server.start(port);
        execute("INSERT INTO kept VALUES (2)");
        ProcessHandle process = server.running().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();

        server.start(port);
        assertThat(query("SELECT count(*) FROM kept")).isEqualTo("2");
    }

    @Test
    void startWhenASessionOutlivesTheKilledServerThenWaitsForItsEnd() throws Exception {
        try (Connection session = connect(secrets.adminPassword())) {
            int process = session.unwrap(PGConnection.class).getBackendPID();
            assertThat(signal("STOP", process)).isZero();
            try {
                ProcessHandle killed = server.running().orElseThrow();
                killed.destroyForcibly();
                killed.onExit().join();

                var started = new FutureTask<>(() -> server.start(port));
                Thread.ofVirtual().start(started);
                awaitInLog("shared memory block");
                assertThat(started).isNotDone();
                signal("CONT", process);
                started.get(1, TimeUnit.MINUTES);
            } finally {
                signal("CONT", process);
            }
        }
        assertThat(query("SELECT 1")).isEqualTo("1");
    }

    @Test
    void startWhenLockFileNamesAForeignProcessThenStartsAndSparesIt() throws Exception {
        server.stop();
        Process foreign = new ProcessBuilder("sleep", "1000").start();
        try {
            Files.writeString(
                    directory.resolve("postgres/postmaster.pid"),
                    foreign.pid() + "\n" + directory.resolve("postgres") + "\n");

            server.start(port);

            assertThat(query("SELECT 1")).isEqualTo("1");
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroy();
        }
    }

    @Test
    void resetPasswordWhenTheFileWasLostThenTheNewOneIsTaken() throws Exception {
        server.stop();
        Files.delete(secrets.adminPasswordFile());
        secrets = Secrets.open(secrets.directory());

        server.resetPassword(secrets.adminPassword());
        server.start(port);

        assertThat(query("SELECT 1")).isEqualTo("1");
    }

    private void awaitInLog(String text) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (!server.lastLines().contains(text)) {
            assertThat(Instant.now()).as(server.lastLines()).isBefore(deadline);
            Thread.sleep(50);
        }
    }

    private int signal(String name, int process) throws IOException {
        return Commands.run(List.of("kill", "-" + name, String.valueOf(process)), directory.resolve("kill.log"));
    }

    private void execute(String sql) throws SQLException, IOException {
        try (Connection connection = connect(secrets.adminPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException, IOException {
        try (Connection connection = connect(secrets.adminPassword());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect(String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresServer.DATABASE, PostgresServer.USER, password);
    }
}
