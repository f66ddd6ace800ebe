package com.spendtracker.support.problem;

import com.spendtracker.support.problem.Problem.InvalidField;
import java.util.stream.Stream;

/** What somebody has to say in a few plain characters. */
public final class RequiredText {
    private RequiredText() {}

    /** What is wrong with a text of at most so many characters: one thing, or nothing. */
    public static Stream<InvalidField> check(String field, String text, int maxLength) {
        if (text.isBlank()) {
            return Stream.of(new InvalidField(field, "is required"));
        }
        if (text.length() > maxLength) {
            return Stream.of(new InvalidField(field, "must be at most " + maxLength + " characters"));
        }
        if (text.codePoints().anyMatch(RequiredText::isNotText)) {
            return Stream.of(new InvalidField(field, "must not contain control characters"));
        }
        return Stream.empty();
    }

    // A NUL can't be stored in PostgreSQL text, and half a surrogate pair can't be encoded at all.
    private static boolean isNotText(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
