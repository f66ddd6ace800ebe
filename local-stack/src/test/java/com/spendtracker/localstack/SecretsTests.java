package com.spendtracker.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secrets that a stack makes for itself. */
class SecretsTests {

    @TempDir
    Path directory;

    @Test
    void openWhenNewThenEverySecretIsLongDifferentAndPrivate() throws IOException {
        Path secrets = Secrets.open(directory.resolve("secrets")).directory();

        Set<String> values = new HashSet<>();
        for (Path file : files(secrets)) {
            values.add(Files.readString(file));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(files(secrets))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder(
                        "POSTGRES_PASSWORD", "AUTH_DB_PASSWORD", "ANALYTICS_DB_PASSWORD", "KEY_ENCRYPTION_KEY");
        assertThat(Base64.getDecoder().decode(Files.readString(secrets.resolve("KEY_ENCRYPTION_KEY"))))
                .hasSize(32);
        values.remove(Files.readString(secrets.resolve("KEY_ENCRYPTION_KEY")));
        assertThat(values).hasSize(3).allMatch(value -> value.matches("[0-9a-f]{48}"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
    }

    @Test
    void openWhenSomeExistThenTheyStayAndTheMissingAreMade() throws IOException {
        Files.writeString(directory.resolve("POSTGRES_PASSWORD"), "mine");
        Files.writeString(directory.resolve("KEY_ENCRYPTION_KEY"), "mine too");

        Secrets secrets = Secrets.open(directory);

        assertThat(secrets.adminPassword()).isEqualTo("mine");
        assertThat(directory.resolve("KEY_ENCRYPTION_KEY")).hasContent("mine too");
        assertThat(files(directory)).hasSize(4);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("POSTGRES_PASSWORD"))))
                .isEqualTo("rw-------");
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
