package com.spendtracker.support.security;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;

/** What a correctly signed token must say to be an access token of ours (RFC 9068, RFC 8725). */
public final class AccessTokenValidators {
    public static final String TYPE = "at+jwt";

    /** How far the clocks of two services may differ. */
    public static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private static final MappedJwtClaimSetConverter CLAIMS = MappedJwtClaimSetConverter.withDefaults(Map.of());

    private AccessTokenValidators() {}

    /** Checks type, issuer, audience, times, and that the subject is a user's id; none of them may be missing. */
    public static OAuth2TokenValidator<Jwt> of(AccessTokenProperties properties) {
        JwtTimestampValidator lifetime = new JwtTimestampValidator(CLOCK_SKEW);
        lifetime.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator(TYPE),
                new JwtIssuerValidator(properties.issuer()),
                new JwtAudienceValidator(properties.audience()),
                lifetime,
                new JwtClaimValidator<Instant>(JwtClaimNames.IAT, Objects::nonNull),
                new JwtClaimValidator<String>(JwtClaimNames.JTI, Objects::nonNull),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, CurrentUser::isUserId));
    }

    /** The claims as Spring Security converts them, but for the time of issue that it makes up where there is none. */
    static Map<String, Object> convert(Map<String, Object> claims) {
        Map<String, Object> converted = new HashMap<>(CLAIMS.convert(claims));
        converted.keySet().retainAll(claims.keySet());
        return converted;
    }
}
