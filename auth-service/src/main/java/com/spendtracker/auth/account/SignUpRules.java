package com.spendtracker.auth.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** What whoever wants to sign up has to know. */
@Schema(name = "SignUpRules")
record SignUpRules(
        @JsonProperty("sign_up_enabled") @Schema(requiredMode = RequiredMode.REQUIRED)
        boolean signUpEnabled,

        @JsonProperty("min_password_length") @Schema(requiredMode = RequiredMode.REQUIRED, example = "15")
        int minPasswordLength,

        @JsonProperty("max_password_length") @Schema(requiredMode = RequiredMode.REQUIRED, example = "128")
        int maxPasswordLength) {}
