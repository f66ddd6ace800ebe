package com.spendtracker.auth.encryption;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start what is wrong with the secret, in two sentences instead of a stack trace, and without quoting it. */
class EncryptionFailureAnalyzer extends AbstractFailureAnalyzer<UnusableKeyException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableKeyException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Give the service the base64 of 32 random bytes (openssl rand -base64 32), as the variable"
                        + " KEY_ENCRYPTION_KEY or as a file of that name in SECRETS_DIR.",
                cause);
    }
}
