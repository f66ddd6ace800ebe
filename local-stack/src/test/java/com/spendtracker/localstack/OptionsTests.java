package com.spendtracker.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line of ./run. */
class OptionsTests {

    @Test
    void parseWhenNothingThenDefaults() {
        Options options = parse();
        assertThat(options).isEqualTo(new Options(8501, null, true, null, null, false));
    }

    @Test
    void parseWhenEveryOptionThenAllTaken() {
        Options options =
                parse("--port", "9000", "--data=/tmp/x/../d", "--no-demo", "--ready-file", "/tmp/r.json", "--help");
        assertThat(options).isEqualTo(new Options(9000, Path.of("/tmp/d"), false, null, Path.of("/tmp/r.json"), true));
    }

    @Test
    void parseWhenRelativeDataThenBelowTheCallersDirectory() {
        assertThat(parse("--data", "d").data()).isEqualTo(Path.of("d").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "65536", "", "8501.0"})
    void parseWhenPortIsNoneThenRefused(String port) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse("--port", port))
                .withMessageContaining("--port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot", "8501", "--no-demo=yes", "--data", "--database-url"})
    void parseWhenWordIsWrongOrAloneThenItIsNamed(String word) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse(word))
                .withMessageContaining(word.replace("=yes", ""));
    }

    @Test
    void parseWhenDatabaseUrlThenItsParts() {
        assertThat(parse("--database-url", "postgresql://me:p%40s+s@db.example:6000/spend")
                        .database())
                .isEqualTo(new DatabaseAddress("db.example", 6000, "spend", "me", "p@s+s"));
    }

    @Test
    void parseWhenDatabaseUrlWithoutPasswordThenFromEnvironment() {
        assertThat(DatabaseAddress.parse("postgres://me@h/d", Map.of("POSTGRES_PASSWORD", "secret")))
                .isEqualTo(new DatabaseAddress("h", 5432, "d", "me", "secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://me:hush@h/d",
                "postgresql://h/d",
                "postgresql://me:hush@h",
                "postgresql://me:hush@h/",
                "postgresql://me:hush@h/d/e",
                "postgresql://me:hush@h/d?sslmode=require",
                "postgresql://me@h/d",
                "postgresql://me:hush%zz@h/d"
            })
    void parseWhenDatabaseUrlIsIncompleteThenRefusedWithoutShowingThePassword(String url) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse("--database-url", url))
                .withMessageContaining("--database-url")
                .withMessageNotContaining("hush");
    }

    @Test
    void toStringOfADatabaseHidesThePassword() {
        assertThat(new DatabaseAddress("h", 1, "d", "me", "hush")).hasToString("postgresql://me@h:1/d");
    }

    private static Options parse(String... words) {
        return Options.parse(List.of(words), Map.of());
    }
}
