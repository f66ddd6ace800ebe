package com.spendtracker.analytics.categorisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerchantNamesTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CARD PAYMENT TO TESCO STORES 6543 LONDON GB     | Tesco Stores
            POS PURCHASE STARBUCKS #1234 SEATTLE WA US      | Starbucks
            AMAZON.COM*MK1AB2C3 SEATTLE WA                  | Amazon.com
            PAYPAL *SPOTIFY 4029357733                      | Spotify
            SQ *COFFEE HOUSE OAKLAND CA                     | Coffee House Oakland
            SEPA LASTSCHRIFT 4711000815 STADTWERKE MÜNCHEN  | Stadtwerke München
            Kartenzahlung 12.03.2026 14:22 REWE SAGT DANKE  | Rewe Sagt Danke
            ÜBERWEISUNG Hausverwaltung Schmidt              | Hausverwaltung Schmidt
            CARTE X1234 CARREFOUR CITY FR                   | Carrefour City
            VISA DEBIT CARD XXXX1234 KFC                    | KFC
            MERCADONA                                       | Mercadona
            7-ELEVEN                                        | 7-Eleven
            Corner   Shop                                   | Corner Shop
            """)
    void ofWhenNoPayeeThenWhatIsRecognisedInTheDescription(String description, String name) {
        assertThat(MerchantNames.of(null, description)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"CARD PAYMENT 12345678", "''", "' '", "POS 12.03.2026", "****1234"})
    void ofWhenNothingIsRecognisedThenNull(String description) {
        assertThat(MerchantNames.of(null, description)).isNull();
    }

    @Test
    void ofWhenPayeeThenOnlyItsSpacesAreTidied() {
        assertThat(MerchantNames.of("  ACME  POS\t1234 ", "CARD PAYMENT")).isEqualTo("ACME POS 1234");
        assertThat(MerchantNames.of("x".repeat(300), null)).hasSize(200);
        assertThat(MerchantNames.of(null, null)).isNull();
    }

    @Test
    void ofWhenLettersAreBeyondTheFirstPlaneThenNoneIsCutInHalf() {
        String name = MerchantNames.of("x" + "\uD83D\uDE00".repeat(150), null);

        assertThat(name)
                .isNotNull()
                .satisfies(text ->
                        assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(200));
        assertThat(name).doesNotMatch(".*[\\uD800-\\uDBFF]$");
    }
}
