package com.spendtracker.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.spendtracker.auth.AuthApplication;
import com.spendtracker.auth.token.KeyEncryption.UnreadableKeyException;
import com.spendtracker.auth.token.KeyEncryption.UnusableSecretException;
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

/** Who may read a stored private key, and what a service says that can't. */
@ExtendWith(OutputCaptureExtension.class)
class KeyEncryptionTests {
    private final ECKey key = newKey();
    private final KeyEncryption encryption = withSecret((byte) 1);

    @Test
    void keyWhenDecryptedUnderTheSameSecretThenItself() {
        assertThat(encryption.decrypt(encryption.encrypt(key))).isEqualTo(key);
        assertThat(withSecret((byte) 1).decrypt(encryption.encrypt(key))).isEqualTo(key);
    }

    @Test
    void keyWhenEncryptedTwiceThenNothingIsTheSame() {
        byte[] first = Base64.getDecoder().decode(encryption.encrypt(key).privateKey());
        byte[] second = Base64.getDecoder().decode(encryption.encrypt(key).privateKey());
        assertThat(first).hasSize(12 + 32 + 16).hasSameSizeAs(second);
        assertThat(IntStream.range(0, first.length)
                        .filter(i -> first[i] == second[i])
                        .count())
                .isLessThan(10);
    }

    @Test
    void keyWhenStoredThenWithItsPublicPartOnly() {
        StoredKey stored = encryption.encrypt(key);
        assertThat(stored.publicJwk())
                .isEqualTo(key.toPublicJWK().toJSONString())
                .doesNotContain("\"d\"");
        assertThat(stored.privateKey()).doesNotContain(key.getD().toString());
    }

    @Test
    void keyWhenDecryptedUnderAnotherSecretThenRefusedAndNothingIsTold() {
        assertThatExceptionOfType(UnreadableKeyException.class)
                .isThrownBy(() -> withSecret((byte) 2).decrypt(encryption.encrypt(key)))
                .withMessageContaining("KEY_ENCRYPTION_KEY")
                .withNoCause()
                .satisfies(refusal ->
                        assertThat(refusal.toString()).doesNotContain(key.getD().toString()));
    }

    @Test
    void keyWhenAnyByteIsChangedThenRefused() {
        StoredKey stored = encryption.encrypt(key);
        for (int i = 0; i < 60; i++) {
            byte[] bytes = Base64.getDecoder().decode(stored.privateKey());
            bytes[i] ^= 1;
            assertRefused(stored.kid(), Base64.getEncoder().encodeToString(bytes));
        }
    }

    @Test
    void keyWhenUnderAnotherIdOrCutOrGarbageThenRefused() {
        StoredKey stored = encryption.encrypt(key);
        assertRefused("another", stored.privateKey());
        assertRefused(stored.kid(), stored.privateKey().substring(0, 12));
        assertRefused(stored.kid(), "");
        assertRefused(stored.kid(), "not base64!");
    }

    private void assertRefused(String kid, String privateKey) {
        assertThatExceptionOfType(UnreadableKeyException.class)
                .isThrownBy(() ->
                        encryption.decrypt(new StoredKey(kid, key.toPublicJWK().toJSONString(), privateKey)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', is missing",
        "'  ', is missing",
        "hunter2-is-no-base64!, is not base64",
        "aHVudGVyMg==, is not the base64 of exactly 32 bytes",
        "aHVudGVyMmh1bnRlcjJodW50ZXIyaHVudGVyMmh1bnRlcjI=, is not the base64 of exactly 32 bytes"
    })
    void startWhenTheSecretIsUnusableThenItSaysSoAndDoesNotQuoteIt(
            String secret, String complaint, CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(AuthApplication.class)
                        .run("--server.port=0", "--POSTGRES_PORT=1", "--KEY_ENCRYPTION_KEY=" + secret))
                .hasRootCauseInstanceOf(UnusableSecretException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "KEY_ENCRYPTION_KEY " + complaint, "openssl rand -base64 32")
                .doesNotContain("hunter2", "aHVudGVyM");
    }

    private static KeyEncryption withSecret(byte repeated) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, repeated);
        return new KeyEncryption(new KeyEncryptionProperties(Base64.getEncoder().encodeToString(bytes) + "\n"));
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
