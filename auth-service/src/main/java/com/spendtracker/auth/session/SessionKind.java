package com.spendtracker.auth.session;

import com.spendtracker.support.problem.Problem.InvalidField;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who holds a session. */
public enum SessionKind {
    /** By a secret that stays the same, which the gateway keeps in a cookie. */
    BROWSER,
    /** By refresh tokens that each count once. */
    PROGRAM;

    /** The kind that somebody asks for; null if they ask for none. Of a text that was checked. */
    public static @Nullable SessionKind of(@Nullable String text) {
        return text == null ? null : valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** What is wrong with what somebody asks for, if anything is. */
    public static Stream<InvalidField> check(@Nullable String text) {
        boolean known =
                text == null || Stream.of(values()).anyMatch(kind -> kind.text().equals(text));
        return known ? Stream.empty() : Stream.of(new InvalidField("session", "must be browser or program"));
    }

    /** As the API and the database write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
