package com.spendtracker.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.spendtracker.auth.encryption.Encryption;
import com.spendtracker.auth.encryption.EncryptionProperties;
import com.spendtracker.auth.encryption.UnreadableException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** How signing keys are stored. */
class KeyEncryptionTests {
    private final ECKey key = newKey();
    private final KeyEncryption encryption = new KeyEncryption(
            new Encryption(new EncryptionProperties(Base64.getEncoder().encodeToString(new byte[32]))));

    @Test
    void keyWhenDecryptedThenItself() {
        assertThat(encryption.decrypt(encryption.encrypt(key))).isEqualTo(key);
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
    void keyWhenUnderAnotherIdOrGarbageThenRefused() {
        StoredKey stored = encryption.encrypt(key);
        assertRefused(new StoredKey("another", stored.publicJwk(), stored.privateKey()));
        assertRefused(new StoredKey(stored.kid(), stored.publicJwk(), ""));
        assertRefused(new StoredKey(stored.kid(), "not JSON", stored.privateKey()));
    }

    private void assertRefused(StoredKey stored) {
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> encryption.decrypt(stored))
                .withNoCause()
                .satisfies(refusal ->
                        assertThat(refusal.toString()).doesNotContain(key.getD().toString()));
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
