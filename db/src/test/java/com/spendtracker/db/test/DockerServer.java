package com.spendtracker.db.test;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container. */
final class DockerServer {

    private static final int PATIENCE_SECONDS = 10;

    private DockerServer() {}

    /**
     * Whether a container can start without a download: with the image at hand, and the image of Ryuk, the
     * container that tidies up after Testcontainers, unless TESTCONTAINERS_RYUK_DISABLED says to do without.
     */
    static boolean isReady() {
        return hasImage(TestServer.IMAGE)
                && ("true".equalsIgnoreCase(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))
                        || hasImage("testcontainers/ryuk"));
    }

    /** Asks the docker program, which knows the machine's contexts and sockets better than we do. */
    private static boolean hasImage(String name) {
        try {
            Process process = new ProcessBuilder("docker", "image", "ls", "--quiet", name)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0 && process.getInputStream().readAllBytes().length > 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException noDocker) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // Closed when the JVM exits.
    @SuppressWarnings("resource")
    static TestServer start() {
        PostgreSQLContainer container = new PostgreSQLContainer(TestServer.IMAGE)
                .withDatabaseName(TestServer.DATABASE)
                .withUsername(TestServer.USER)
                .withPassword(TestServer.PASSWORD);
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "stop-test-database"));
        container.start();
        return new TestServer(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                TestServer.DATABASE,
                TestServer.USER,
                TestServer.PASSWORD);
    }
}
