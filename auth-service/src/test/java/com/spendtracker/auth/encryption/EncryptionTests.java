package com.spendtracker.auth.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spendtracker.auth.AuthApplication;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who may read a stored secret, and what a service says that can't. */
@ExtendWith(OutputCaptureExtension.class)
class EncryptionTests {
    private static final byte[] SECRET = "thirty-two bytes that are secret".getBytes(StandardCharsets.US_ASCII);
    private static final String OWNER = "owner";

    private final Encryption encryption = withKey((byte) 1);

    @Test
    void secretWhenDecryptedUnderTheSameKeyThenItself() {
        String stored = encryption.encrypt(SECRET, OWNER);

        assertThat(encryption.decrypt(stored, OWNER)).isEqualTo(SECRET);
        assertThat(withKey((byte) 1).decrypt(stored, OWNER)).isEqualTo(SECRET);
    }

    @Test
    void secretWhenEncryptedTwiceThenNothingIsTheSame() {
        byte[] first = Base64.getDecoder().decode(encryption.encrypt(SECRET, OWNER));
        byte[] second = Base64.getDecoder().decode(encryption.encrypt(SECRET, OWNER));
        assertThat(first).hasSize(12 + 32 + 16).hasSameSizeAs(second);
        assertThat(IntStream.range(0, first.length)
                        .filter(i -> first[i] == second[i])
                        .count())
                .isLessThan(10);
    }

    @Test
    void secretWhenDecryptedUnderAnotherKeyThenRefusedAndNothingIsTold() {
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> withKey((byte) 2).decrypt(encryption.encrypt(SECRET, OWNER), OWNER))
                .withMessageContainingAll("KEY_ENCRYPTION_KEY", OWNER)
                .withNoCause();
    }

    @Test
    void secretWhenAnyByteIsChangedThenRefused() {
        String stored = encryption.encrypt(SECRET, OWNER);
        for (int i = 0; i < 60; i++) {
            byte[] bytes = Base64.getDecoder().decode(stored);
            bytes[i] ^= 1;
            assertRefused(Base64.getEncoder().encodeToString(bytes), OWNER);
        }
    }

    @Test
    void secretWhenSomebodyElsesOrCutOrGarbageThenRefused() {
        String stored = encryption.encrypt(SECRET, OWNER);
        assertRefused(stored, "another");
        assertRefused(stored.substring(0, 12), OWNER);
        assertRefused("", OWNER);
        assertRefused("not base64!", OWNER);
    }

    private void assertRefused(String stored, String context) {
        assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> encryption.decrypt(stored, context));
    }

    @ParameterizedTest
    @CsvSource({
        "'', is missing",
        "'  ', is missing",
        "hunter2-is-no-base64!, is not base64",
        "aHVudGVyMg==, is not the base64 of exactly 32 bytes",
        "aHVudGVyMmh1bnRlcjJodW50ZXIyaHVudGVyMmh1bnRlcjI=, is not the base64 of exactly 32 bytes"
    })
    void startWhenTheKeyIsUnusableThenItSaysSoAndDoesNotQuoteIt(String key, String complaint, CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(AuthApplication.class)
                        .run("--server.port=0", "--POSTGRES_PORT=1", "--KEY_ENCRYPTION_KEY=" + key))
                .hasRootCauseInstanceOf(UnusableKeyException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "KEY_ENCRYPTION_KEY " + complaint, "openssl rand -base64 32")
                .doesNotContain("hunter2", "aHVudGVyM");
    }

    private static Encryption withKey(byte repeated) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, repeated);
        return new Encryption(new EncryptionProperties(Base64.getEncoder().encodeToString(bytes) + "\n"));
    }
}
