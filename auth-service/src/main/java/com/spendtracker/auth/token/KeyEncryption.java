package com.spendtracker.auth.token;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.spendtracker.auth.encryption.Encryption;
import com.spendtracker.auth.encryption.UnreadableException;
import java.text.ParseException;
import org.springframework.stereotype.Component;

/** Stores keys with their private part encrypted, each for its own id. */
@Component
final class KeyEncryption {
    private final Encryption encryption;

    KeyEncryption(Encryption encryption) {
        this.encryption = encryption;
    }

    /** The key as it may be stored. */
    StoredKey encrypt(ECKey key) {
        return new StoredKey(
                key.getKeyID(),
                key.toPublicJWK().toJSONString(),
                encryption.encrypt(key.getD().decode(), key.getKeyID()));
    }

    /** The key that was stored, or an {@link UnreadableException}. */
    ECKey decrypt(StoredKey stored) {
        byte[] d = encryption.decrypt(stored.privateKey(), stored.kid());
        try {
            return new ECKey.Builder(ECKey.parse(stored.publicJwk()))
                    .d(Base64URL.encode(d))
                    .build();
        } catch (ParseException | RuntimeException _) {
            throw new UnreadableException(stored.kid());
        }
    }
}
