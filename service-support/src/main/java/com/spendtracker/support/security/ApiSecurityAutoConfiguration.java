package com.spendtracker.support.security;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import com.spendtracker.support.problem.ProblemWriter;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** The default security of a resource server: nothing but health and the API description without a valid token. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive.ReactiveOAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration",
            "org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration"
        })
@EnableWebFluxSecurity
@EnableScheduling
@EnableConfigurationProperties(AccessTokenProperties.class)
class ApiSecurityAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    TrustedKeys trustedKeys(AccessTokenProperties properties) {
        return new TrustedKeys(keySet(properties.jwkSetUri()));
    }

    private static Mono<List<JWK>> keySet(URI uri) {
        HttpClient http = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) TrustedKeys.TIMEOUT.toMillis())
                .responseTimeout(TrustedKeys.TIMEOUT);
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .build()
                .get()
                .uri(uri)
                .retrieve()
                .bodyToMono(String.class)
                .map(ApiSecurityAutoConfiguration::parse);
    }

    private static List<JWK> parse(String keySet) {
        try {
            return JWKSet.parse(keySet).getKeys();
        } catch (ParseException e) {
            throw new IllegalStateException("The issuer answers something that is not a key set", e);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    ReactiveJwtDecoder jwtDecoder(TrustedKeys keys, AccessTokenProperties properties) {
        OAuth2TokenValidator<Jwt> validator = AccessTokenValidators.of(properties);
        return new RememberingJwtDecoder(
                verifyingDecoder(keys, validator), validator, keys::stillTrusts, Ticker.systemTicker());
    }

    /** Finds the key by the token's {@code kid} alone: a key or an address that a token brings along is not looked at. */
    private static ReactiveJwtDecoder verifyingDecoder(TrustedKeys keys, OAuth2TokenValidator<Jwt> validator) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(keys::find)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .validateType(false) // AccessTokenValidators does, and more strictly
                .build();
        decoder.setClaimSetConverter(AccessTokenValidators::convert);
        decoder.setJwtValidator(validator);
        return token -> decoder.decode(token)
                .onErrorMap(IllegalStateException.class, ApiSecurityAutoConfiguration::sayWhoseFaultItIs);
    }

    /** The token's, if it holds what can't be worked with; else the issuer's, as its keys can't be had: try again. */
    private static JwtException sayWhoseFaultItIs(IllegalStateException error) {
        return error.getCause() instanceof JOSEException
                ? new BadJwtException("The token can't be verified", error)
                : new JwtException("The token can't be verified at the moment", error);
    }

    @Bean
    ApiSecurity apiSecurity(ReactiveJwtDecoder decoder, ProblemWriter problems) {
        return new ApiSecurity(decoder, problems);
    }

    /** Answers what Spring Security's firewall stops before any chain sees it: two slashes in a row, say. */
    @Bean
    ServerExchangeRejectedHandler rejectedRequests(ProblemWriter problems) {
        return (exchange, _) -> problems.write(
                exchange,
                ProblemException.of(
                        ProblemType.INVALID_INPUT, "The address or a header contains something that is not allowed."));
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityWebFilterChain resourceServerChain(ServerHttpSecurity http, ApiSecurity security) {
        return security.withTokens(http)
                .authorizeExchange(
                        paths -> paths.pathMatchers("/livez", "/readyz", "/actuator/health/**", "/v3/api-docs/**")
                                .permitAll()
                                .anyExchange()
                                .access(ApiSecurity::withinScope))
                .build();
    }
}
