package com.spendtracker.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program makes of its environment. */
class MigrationSettingsTests {

    private final Map<String, String> environment =
            new HashMap<>(Map.of("AUTH_DB_PASSWORD", "auth-secret", "ANALYTICS_DB_PASSWORD", "analytics-secret"));

    @Test
    void fromWhenOnlyPasswordsAreGivenThenUsesDefaults() {
        MigrationSettings settings = MigrationSettings.from(environment);
        assertThat(settings.toString()).isEqualTo("spend_tracker@127.0.0.1:5432/spend_tracker");
        assertThat(settings.password()).isNull();
        assertThat(settings.demoData()).isFalse();
    }

    @Test
    void fromWhenSecretIsInFileAndVariableThenVariableWins(@TempDir Path secrets) throws IOException {
        Files.writeString(secrets.resolve("POSTGRES_PASSWORD"), " from file \n");
        Files.writeString(secrets.resolve("AUTH_DB_PASSWORD"), "from file\n");
        environment.put("SECRETS_DIR", secrets.toString());
        MigrationSettings settings = MigrationSettings.from(environment);
        assertThat(settings.password()).isEqualTo(" from file ");
        assertThat(settings.authPassword()).isEqualTo("auth-secret");
    }

    @Test
    void fromWhenServicePasswordIsBlankThenNamesTheVariable() {
        environment.put("ANALYTICS_DB_PASSWORD", " ");
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> MigrationSettings.from(environment))
                .withMessageContaining("ANALYTICS_DB_PASSWORD is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "x", "54 32"})
    void fromWhenPortMakesNoSenseThenSaysSo(String port) {
        environment.put("POSTGRES_PORT", port);
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> MigrationSettings.from(environment))
                .withMessageContaining("POSTGRES_PORT")
                .withMessageContaining(port);
    }

    @Test
    void fromWhenDemoDataIsNeitherTrueNorFalseThenSaysSo() {
        environment.put("DEMO_DATA", "yes");
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> MigrationSettings.from(environment))
                .withMessageContaining("DEMO_DATA");
    }

    @Test
    void toStringWhenPasswordsAreSetThenShowsNone() {
        environment.put("POSTGRES_PASSWORD", "admin-secret");
        assertThat(MigrationSettings.from(environment).toString()).doesNotContain("secret");
    }
}
