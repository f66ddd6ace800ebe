package com.spendtracker.auth.passkey;

import com.spendtracker.auth.encryption.Encryption;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What a device has to sign, so that what it signed for somebody else, before, or for another purpose does not count.
 * Whoever asks for one gets one, so nothing is stored until it is used: it says itself until when it counts, under a seal
 * that only these services can make.
 */
@Component
class Challenges {
    /** As long as people take to find their finger, their phone or their key. */
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final int NONCE_BYTES = 16;
    private static final int CONTENT_BYTES = NONCE_BYTES + Long.BYTES;
    private static final String CONTEXT = "passkey challenge ";

    private final Encryption encryption;
    private final UsedChallengeRepository used;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Challenges(Encryption encryption, UsedChallengeRepository used, Clock clock) {
        this.encryption = encryption;
        this.used = used;
        this.clock = clock;
    }

    /** A new one, in base64url, as all of them here. */
    String issue(String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .put(nonce)
                .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                .array();
        byte[] seal = encryption.seal(content, CONTEXT + purpose);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(content.length + seal.length)
                        .put(content)
                        .put(seal)
                        .array());
    }

    /** Whether it was issued for this and has not expired. */
    boolean counts(String challenge, String purpose) {
        byte[] bytes = bytes(challenge);
        if (bytes.length <= CONTENT_BYTES) {
            return false;
        }
        byte[] content = Arrays.copyOf(bytes, CONTENT_BYTES);
        byte[] seal = Arrays.copyOfRange(bytes, CONTENT_BYTES, bytes.length);
        return MessageDigest.isEqual(seal, encryption.seal(content, CONTEXT + purpose))
                && clock.instant().isBefore(expiry(bytes));
    }

    /** Whether one that counts does so for the first time: from now on it does not count any more. */
    Mono<Boolean> use(String challenge) {
        return used.use(challenge, expiry(bytes(challenge)));
    }

    private static byte[] bytes(String challenge) {
        return Base64.getUrlDecoder().decode(challenge);
    }

    private static Instant expiry(byte[] challenge) {
        return Instant.ofEpochSecond(ByteBuffer.wrap(challenge).getLong(NONCE_BYTES));
    }

    // An hour late, as clocks may differ.
    @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT1H")
    Mono<Void> forgetExpired() {
        return used.deleteExpiredBefore(clock.instant().minus(Duration.ofHours(1)));
    }
}
