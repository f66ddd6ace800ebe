package com.spendtracker.support.security;

import java.time.Duration;
import java.util.Objects;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/** What a correctly signed token must say to be an access token of ours (RFC 9068, RFC 8725). */
public final class AccessTokenValidators {
    public static final String TYPE = "at+jwt";

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private AccessTokenValidators() {}

    /** Checks type, issuer, audience, time of life, and that the subject is a user's id. */
    public static OAuth2TokenValidator<Jwt> of(AccessTokenProperties properties) {
        JwtTimestampValidator lifetime = new JwtTimestampValidator(CLOCK_SKEW);
        lifetime.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator(TYPE),
                new JwtIssuerValidator(properties.issuer()),
                new JwtAudienceValidator(properties.audience()),
                lifetime,
                new JwtClaimValidator<String>(JwtClaimNames.JTI, Objects::nonNull),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, CurrentUser::isUserId));
    }
}
