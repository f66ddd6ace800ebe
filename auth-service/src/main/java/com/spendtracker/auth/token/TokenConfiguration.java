package com.spendtracker.auth.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.spendtracker.support.security.TrustedKeys;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the tokens of this package need from outside, and what they offer to the security chain. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The keys that every service trusts, but from the database instead of by a request to itself. */
    @Bean
    TrustedKeys trustedKeys(SigningKeys keys) {
        return new TrustedKeys(keys.publicKeys().map(JWKSet::getKeys));
    }
}
