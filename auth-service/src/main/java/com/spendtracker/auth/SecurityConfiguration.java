package com.spendtracker.auth;

import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.pathMatchers;

import com.spendtracker.support.security.ApiSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;

/** Which paths are open to everybody; all others need an access token. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String[] PUBLIC_PATHS = {
        "/api/v1/login",
        "/api/v1/login/passkey/**",
        "/api/v1/logout",
        "/api/v1/token/**",
        "/.well-known/jwks.json",
        "/v3/api-docs/**",
        "/livez",
        "/readyz",
        "/actuator/health/**"
    };

    /** What lets people and programs in is for people to manage. */
    private static final String[] PERSONS_PATHS = {
        "/api/v1/users/me/password",
        "/api/v1/users/me/deletion",
        "/api/v1/users/me/sessions/**",
        "/api/v1/users/me/tokens/**",
        "/api/v1/users/me/second-factor/**",
        "/api/v1/users/me/passkeys/**"
    };

    /** Without a token filter of its own, so that a stale token in the request can't stand in the way of signing in. */
    @Bean
    @Order(1)
    SecurityWebFilterChain publicPaths(ServerHttpSecurity http) {
        return ApiSecurity.open(http)
                .securityMatcher(new OrServerWebExchangeMatcher(
                        pathMatchers(PUBLIC_PATHS),
                        pathMatchers(HttpMethod.POST, "/api/v1/users"),
                        pathMatchers(HttpMethod.GET, "/api/v1/users/rules")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain protectedPaths(ServerHttpSecurity http, ApiSecurity security) {
        return security.withTokens(http)
                .authorizeExchange(paths -> paths.pathMatchers(PERSONS_PATHS)
                        .access(ApiSecurity::byPerson)
                        .anyExchange()
                        .access(ApiSecurity::withinScope))
                .build();
    }
}
