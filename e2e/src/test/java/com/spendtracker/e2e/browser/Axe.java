package com.spendtracker.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Asks axe-core what is wrong with a page as it is at this moment. */
final class Axe {
    // Some rules run only if their tag is named: the size of targets, and the contrast of level AAA.
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    // Colours are judged where they have come to rest, not on their way there.
    private static final String RUN = """
            async tags => {
              await Promise.all(document.getAnimations().filter(a => a.effect.getComputedTiming().endTime !== Infinity)
                  .map(a => a.finished.catch(() => {})));
              const { violations } = await axe.run(document, {
                runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
              return violations.flatMap(({ id, impact, nodes }) => nodes.map(({ target, any, all, none }) =>
                  `${impact} ${id} ${target.join(' ')}: ${[...any, ...all, ...none].map(c => c.message).join('; ')}`));
            }""";

    private static final String SCRIPT = read();

    private Axe() {}

    /**
     * Fails if the page breaks a rule of any level and any impact, in dark or light colours; {@code state} says in which state
     * it does.
     */
    static void assertNothingWrong(Page page, String state) {
        for (ColorScheme colors : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors));
            assertNothingWrongAsItIs(page, state + ", " + colors);
        }
    }

    private static void assertNothingWrongAsItIs(Page page, String state) {
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        assertThat((List<?>) page.evaluate(RUN, TAGS)).as(state).isEmpty();
    }

    private static String read() {
        try (InputStream script = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
