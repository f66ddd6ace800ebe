package com.spendtracker.auth.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeCodesTests {
    /** The one of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codeWhenOfTheRfcThenOfItsStep(long second, String code) {
        Instant now = Instant.ofEpochSecond(second);

        assertThat(TimeCodes.step(SECRET, code, now)).isEqualTo(second / 30);
        assertThat(TimeCodes.step(SECRET, " " + code.substring(0, 3) + " " + code.substring(3), now))
                .isEqualTo(second / 30);
    }

    @ParameterizedTest
    @CsvSource({"-31, false", "-30, true", "0, true", "59, true", "60, false"})
    void codeWhenTheClockIsWrongThenByOneStepAtMost(long second, boolean accepted) {
        Instant now = Instant.ofEpochSecond(1111111110 + second); // from when its step begins

        assertThat(TimeCodes.step(SECRET, "050471", now) != null).isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "05047", "0504711", "050472", "٠٥٠٤٧١", "abcdef"})
    void codeWhenNotTheOneThenOfNoStep(String typed) {
        assertThat(TimeCodes.step(SECRET, typed, Instant.ofEpochSecond(1111111111)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"123456, true", "123 456, true", "12345, false", "abcd-efgh-ijkl-mnop, false", "٠٥٠٤٧١, false"})
    void textWhenSixDigitsThenACode(String typed, boolean isOne) {
        assertThat(TimeCodes.isOne(typed)).isEqualTo(isOne);
    }

    @Test
    void secretThenAppsCanReadIt() {
        assertThat(TimeCodes.randomSecret()).hasSize(20).isNotEqualTo(TimeCodes.randomSecret());
        assertThat(TimeCodes.text(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(TimeCodes.uri(SECRET, "a:b&c d@example.com"))
                .isEqualTo("otpauth://totp/Spend%20Tracker:a%3Ab%26c%20d%40example.com"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Spend%20Tracker");
    }
}
