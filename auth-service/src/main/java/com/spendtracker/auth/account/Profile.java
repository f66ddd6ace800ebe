package com.spendtracker.auth.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.spendtracker.support.problem.Problem.InvalidField;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people may change about themselves: what is left out stays, an empty text removes what was there. */
record Profile(
        @JsonProperty("full_name") @Schema(maxLength = 200) @Nullable
        String fullName,

        @JsonProperty("age_bracket") @Schema(maxLength = 20) @Nullable
        String ageBracket,

        @Schema(maxLength = 200) @Nullable String location,

        @JsonProperty("employment_status") @Schema(maxLength = 100) @Nullable
        String employmentStatus) {
    static final int MAX_NAME = 200;

    Profile validated() {
        List<InvalidField> errors = new ArrayList<>();
        check(errors, "full_name", fullName, MAX_NAME);
        check(errors, "age_bracket", ageBracket, 20);
        check(errors, "location", location, 200);
        check(errors, "employment_status", employmentStatus, 100);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return this;
    }

    private static void check(List<InvalidField> errors, String field, @Nullable String text, int length) {
        String objection = text == null ? null : objection(text, length);
        if (objection != null) {
            errors.add(new InvalidField(field, objection));
        }
    }

    /** What is wrong with a text as the end of a sentence, null if nothing is. */
    static @Nullable String objection(String text, int length) {
        boolean plain = text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        return plain && text.length() <= length ? null : "must be at most " + length + " plain characters";
    }
}
