package com.spendtracker.auth.passkey;

import com.spendtracker.support.problem.Problem.InvalidField;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.RequiredText;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody sends whose device has made a passkey.
 *
 * @param name in its owner's words
 * @param credential the browser's answer to the options; null if it was not sent
 */
record PasskeyRegistration(
        @Schema(
                example = "Chrome on Linux",
                maxLength = PasskeyRegistration.MAX_NAME_LENGTH,
                requiredMode = RequiredMode.REQUIRED)
        String name,

        @Schema(
                description = "What toJSON() of the browser's PublicKeyCredential answers (RegistrationResponseJSON)",
                implementation = Object.class,
                types = "object",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        JsonNode credential) {
    static final int MAX_NAME_LENGTH = 100;

    PasskeyRegistration {
        name = Objects.requireNonNullElse(name, "").strip();
    }

    /** The same request if it can be tried at all, else a 400 that names what is wrong. */
    PasskeyRegistration validated() {
        List<InvalidField> errors =
                RequiredText.check("name", name, MAX_NAME_LENGTH).toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return this;
    }
}
