package com.spendtracker.auth.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.spendtracker.auth.password.PasswordPolicy;
import com.spendtracker.support.problem.Problem.InvalidField;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody sends who wants an account. */
record SignUpRequest(
        @Schema(example = "alex@example.com", maxLength = 254, requiredMode = RequiredMode.REQUIRED)
        String username,

        @JsonProperty("full_name")
        @Schema(
                example = "Alex Example",
                maxLength = 200,
                types = {"string", "null"})
        @Nullable
        String fullName,

        @Schema(example = "seven quiet rivers", format = "password", requiredMode = RequiredMode.REQUIRED)
        String password) {

    private static final int MAX_USERNAME = 254;

    // What every address has; whether one exists only a letter to it could tell.
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+\\.[^\\s@\\p{Cntrl}.]+");

    SignUpRequest {
        username = Objects.requireNonNullElse(username, "").strip();
        fullName = fullName == null || fullName.isBlank() ? null : fullName.strip();
        password = Objects.requireNonNullElse(password, "");
    }

    /** The same request if it can be an account, else a 400 that names every field at fault. */
    SignUpRequest validated() {
        List<InvalidField> errors = new ArrayList<>();
        if (username.length() > MAX_USERNAME || !ADDRESS.matcher(username).matches()) {
            errors.add(new InvalidField(
                    "username", "must be an e-mail address of at most " + MAX_USERNAME + " characters"));
        }
        String name = fullName == null ? null : Profile.objection(fullName, Profile.MAX_NAME);
        if (name != null) {
            errors.add(new InvalidField("full_name", name));
        }
        String objection = PasswordPolicy.objection(password, username);
        if (objection != null) {
            errors.add(new InvalidField("password", objection));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return this;
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "SignUpRequest[username=" + username + "]";
    }
}
