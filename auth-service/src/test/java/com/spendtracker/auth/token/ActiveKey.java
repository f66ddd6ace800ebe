package com.spendtracker.auth.token;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import org.springframework.context.ApplicationContext;

/** The private key that a running service signs with, for those who forge. */
public final class ActiveKey {
    private ActiveKey() {}

    public static ECKey of(ApplicationContext service) {
        return service.getBean(SigningKeys.class)
                .current()
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();
    }
}
