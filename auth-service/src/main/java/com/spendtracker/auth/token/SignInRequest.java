package com.spendtracker.auth.token;

import com.spendtracker.auth.session.SessionKind;
import com.spendtracker.support.problem.Problem.InvalidField;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.RequiredText;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Someone's claim to be somebody, as it came in.
 *
 * @param username in any case of its letters; empty if it was not sent
 * @param password as it was typed; empty if it was not sent
 * @param code of the second factor; null if it was not sent
 * @param session who wants to stay signed in, {@code browser} or {@code program}; null if nobody does
 */
@Schema(
        description =
                "Username and password, and a code if the account has a second factor; further fields are ignored.")
record SignInRequest(
        @Schema(
                example = "john.doe@example.com",
                maxLength = SignInRequest.MAX_USERNAME_LENGTH,
                requiredMode = RequiredMode.REQUIRED)
        String username,

        @Schema(
                example = "password123",
                format = "password",
                maxLength = SignInRequest.MAX_PASSWORD_LENGTH,
                requiredMode = RequiredMode.REQUIRED)
        String password,

        @Schema(
                description =
                        "For accounts with a second factor: what the authenticator app shows, or a recovery code in any case"
                                + " of its letters, with or without dashes. Others ignore it.",
                example = "123456",
                maxLength = SignInRequest.MAX_CODE_LENGTH)
        @Nullable
        String code,

        @Schema(
                description =
                        "What keeps you signed in, besides the access token: program answers a refresh_token, which"
                                + " counts once; browser a session_token, which POST /api/v1/token/exchange takes. Left out:"
                                + " nothing.",
                allowableValues = {"browser", "program"})
        @Nullable
        String session) {

    /** The longest possible e-mail address (RFC 5321). */
    static final int MAX_USERNAME_LENGTH = 254;

    static final int MAX_PASSWORD_LENGTH = 1024;
    static final int MAX_CODE_LENGTH = 64;

    SignInRequest {
        // What is missing from a JSON body arrives as null.
        username = Objects.requireNonNullElse(username, "");
        password = Objects.requireNonNullElse(password, "");
        code = code == null || code.isBlank() ? null : code;
    }

    /** Reads a form; a field that is repeated counts as an error, not as its first value. */
    static SignInRequest of(MultiValueMap<String, String> form) {
        String session = only(form, "session");
        return new SignInRequest(
                only(form, "username"), only(form, "password"), only(form, "code"), session.isEmpty() ? null : session);
    }

    /** The same request if it can be tried at all, else a 400 that names what is wrong. */
    SignInRequest validated() {
        List<InvalidField> errors = Stream.of(
                        RequiredText.check("username", username, MAX_USERNAME_LENGTH),
                        RequiredText.check("password", password, MAX_PASSWORD_LENGTH),
                        code == null ? Stream.<InvalidField>empty() : RequiredText.check("code", code, MAX_CODE_LENGTH),
                        SessionKind.check(session))
                .flatMap(found -> found)
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return this;
    }

    /** What is to be begun; null if nothing is. Of a validated request. */
    @Nullable
    SessionKind sessionKind() {
        return SessionKind.of(session);
    }

    private static String only(MultiValueMap<String, String> form, String field) {
        List<String> values = form.getOrDefault(field, List.of());
        if (values.size() > 1) {
            throw ProblemException.invalid(field, "must be given once");
        }
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "SignInRequest[username=" + username + "]";
    }
}
