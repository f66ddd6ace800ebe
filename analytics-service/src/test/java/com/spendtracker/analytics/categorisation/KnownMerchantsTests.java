package com.spendtracker.analytics.categorisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownMerchantsTests {
    @ParameterizedTest
    @CsvSource({
        "LIDL DIENSTLEISTUNG, groceries",
        "SAINSBURY'S S/MKTS, groceries",
        "Uber Eats, eating-out",
        "UBER TRIP, transport",
        "Apotheke am Markt, health",
        "Miete Januar, housing",
        "GELDAUTOMAT 1234, cash",
        "H&M Online, shopping",
        "McDonald's 0815, eating-out",
        "Council Tax, taxes",
    })
    void findThenTheLongestWholeWordsCount(String text, String key) {
        assertThat(KnownMerchants.find(text)).isEqualTo(key);
    }

    @Test
    void findWhenOnlyAPartOfAWordFitsThenNothing() {
        assertThat(KnownMerchants.find("Barista Parental Kitakami")).isNull();
        assertThat(KnownMerchants.find("")).isNull();
    }
}
