package com.spendtracker.auth.token;

import com.spendtracker.auth.session.SessionKind;
import com.spendtracker.support.problem.Problem.InvalidField;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Someone's claim to hold a passkey, as it came in.
 *
 * @param credential the browser's answer to the options; null if it was not sent
 * @param session who wants to stay signed in, as in {@link SignInRequest}
 */
@Schema(description = "What a browser answers for a passkey; further fields are ignored.")
record PasskeySignInRequest(
        @Schema(
                description = "What toJSON() of the browser's PublicKeyCredential answers (AuthenticationResponseJSON)",
                implementation = Object.class,
                types = "object",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        JsonNode credential,

        @Schema(
                description = "As in POST /api/v1/login",
                allowableValues = {"browser", "program"})
        @Nullable
        String session) {

    /** The same request if it can be tried at all, else a 400 that names what is wrong. */
    PasskeySignInRequest validated() {
        List<InvalidField> errors = SessionKind.check(session).toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return this;
    }
}
