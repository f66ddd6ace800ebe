package com.spendtracker.support.security;

import com.github.benmanes.caffeine.cache.Ticker;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import com.spendtracker.support.problem.ProblemWriter;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** The default security of a resource server: nothing but health and the API description without a valid token. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive.ReactiveOAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration"
        })
@EnableWebFluxSecurity
@EnableConfigurationProperties(AccessTokenProperties.class)
class ApiSecurityAutoConfiguration {
    private static final Duration KEY_SET_TIMEOUT = Duration.ofSeconds(2);

    @Bean
    @ConditionalOnMissingBean
    ReactiveJwtDecoder jwtDecoder(AccessTokenProperties properties) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(
                        properties.jwkSetUri().toString())
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .validateType(false) // AccessTokenValidators does, and more strictly
                .webClient(keySetClient())
                .build();
        OAuth2TokenValidator<Jwt> validator = AccessTokenValidators.of(properties);
        decoder.setJwtValidator(validator);
        return new RememberingJwtDecoder(decoder, validator, Ticker.systemTicker());
    }

    private static WebClient keySetClient() {
        HttpClient http = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) KEY_SET_TIMEOUT.toMillis())
                .responseTimeout(KEY_SET_TIMEOUT);
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .build();
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
                .authorizeExchange(paths -> paths.pathMatchers("/actuator/health/**", "/v3/api-docs/**")
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .build();
    }
}
