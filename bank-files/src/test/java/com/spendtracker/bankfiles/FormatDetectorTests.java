package com.spendtracker.bankfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatDetectorTests {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("\n\n\nOFXHEADER:100\nDATA:OFXSGML\n\n<OFX>", BankFormat.OFX),
                Arguments.of("<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?><OFX></OFX>", BankFormat.OFX),
                Arguments.of(
                        "<?xml version=\"1.0\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">",
                        BankFormat.CAMT),
                Arguments.of("# exported\n\n!Type:Bank\nD1/2'26", BankFormat.QIF),
                Arguments.of("{1:F01X}{4:\r\n:20:1\r\n:25:1/2\r\n", BankFormat.MT940),
                Arguments.of("BANK\n940\nBANK\n:20:ref\n:25:517852257\n", BankFormat.MT940),
                Arguments.of("Date,Amount\n2026-01-01,1.00\n", BankFormat.CSV),
                Arguments.of("Date;Note\n2026-01-01;!Typed by hand :20: or so\n", BankFormat.CSV));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void detectWhenTextThenItsContentDecides(String text, BankFormat format) throws Exception {
        assertThat(detect(text, StandardCharsets.UTF_8)).isEqualTo(format);
    }

    @Test
    void detectWhenUtf16ThenStillRecognised() throws Exception {
        assertThat(detect("!Type:Bank\n", StandardCharsets.UTF_16)).isEqualTo(BankFormat.QIF);
        assertThat(detect("!Type:Bank\n", StandardCharsets.UTF_16LE)).isEqualTo(BankFormat.QIF);
        assertThat(detect("!Type:Bank\n", StandardCharsets.UTF_16BE)).isEqualTo(BankFormat.QIF);
        assertThat(detect("\uFEFF!Type:Bank\n", StandardCharsets.UTF_16LE)).isEqualTo(BankFormat.QIF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   \n\n", "\u0089PNG\r\n", "%PDF-1.7", "PK\u0003\u0004", "\u001F\u008B", "<html><body>"})
    void detectWhenNoBankFileThenRefused(String text) {
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> detect(text, StandardCharsets.ISO_8859_1));
    }

    private static BankFormat detect(String text, Charset charset) throws Exception {
        return FormatDetector.detect(FileContent.of(text.getBytes(charset)));
    }
}
