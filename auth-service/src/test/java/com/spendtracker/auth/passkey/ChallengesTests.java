package com.spendtracker.auth.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.auth.encryption.Encryption;
import com.spendtracker.auth.encryption.EncryptionProperties;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** Which challenges count; that each does once is a matter of the database. */
class ChallengesTests {
    private static final Instant NOW = Instant.parse("2026-03-14T12:00:00.5Z");
    private static final String PURPOSE = "to be tested";

    private final Challenges challenges = at(NOW, 1);

    @Test
    void challengeThenItCountsForItsPurposeOnly() {
        String challenge = challenges.issue(PURPOSE);

        assertThat(challenge).matches("[\\w-]{75}").isNotEqualTo(challenges.issue(PURPOSE));
        assertThat(challenges.counts(challenge, PURPOSE)).isTrue();
        assertThat(challenges.counts(challenge, "to be tested by somebody else"))
                .isFalse();
        assertThat(at(NOW, 2).counts(challenge, PURPOSE))
                .as("under another key")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT4M59S, true", "PT5M, false", "PT5H, false"})
    void challengeWhenTimeHasPassedThenForFiveMinutes(Duration age, boolean counts) {
        String challenge = challenges.issue(PURPOSE);

        assertThat(at(NOW.plus(age), 1).counts(challenge, PURPOSE)).isEqualTo(counts);
    }

    @Test
    void challengeWhenAnyByteIsAnotherThenItDoesNotCount() {
        byte[] bytes = Base64.getUrlDecoder().decode(challenges.issue(PURPOSE));

        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThat(challenges.counts(text(changed), PURPOSE))
                    .as("byte %d", i)
                    .isFalse();
            assertThat(challenges.counts(text(Arrays.copyOf(bytes, i)), PURPOSE))
                    .as("the first %d", i)
                    .isFalse();
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Challenges at(Instant now, int key) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) key);
        return new Challenges(
                new Encryption(new EncryptionProperties(Base64.getEncoder().encodeToString(bytes))),
                new UsedChallengeRepository(DatabaseClient.create(
                        ConnectionFactories.get("r2dbc:postgresql://nobody:nothing@127.0.0.1/none"))),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
