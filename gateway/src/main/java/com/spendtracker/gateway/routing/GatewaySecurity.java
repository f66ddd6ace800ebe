package com.spendtracker.gateway.routing;

import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.pathMatchers;

import com.spendtracker.gateway.session.BrowserSessions;
import com.spendtracker.support.security.ApiSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.CrossOriginResourcePolicyServerHttpHeadersWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;

/** Who passes the gateway: everyone to the pages, to sign-in and to sign-up, whoever has signed in to the API. */
@Configuration(proxyBeanMethods = false)
class GatewaySecurity {
    // The framework's own rule, and the pages' one for their service worker, are all that make code of texts.
    private static final String PAGES_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'; form-action 'self'; require-trusted-types-for 'script'; "
                    + "trusted-types vue service-worker";

    // Swagger UI sets style attributes; nothing else of the strict policy has to give way to it.
    private static final String DOCS_POLICY = "default-src 'none'; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    // What is no page may do nothing at all, should a browser ever be led to show it as one. It is short, as it comes
    // with
    // each of the dozens of answers that a page is made of.
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private static final ServerWebExchangeMatcher WITHOUT_TOKEN = new OrServerWebExchangeMatcher(
            pathMatchers(
                    HttpMethod.POST,
                    "/api/v1/login/**",
                    "/api/v1/logout",
                    "/api/v1/session/**",
                    "/api/v1/token/**",
                    "/api/v1/users"),
            pathMatchers(HttpMethod.GET, "/api/v1/users/rules"));

    @Bean
    @Order(1)
    SecurityWebFilterChain api(ServerHttpSecurity http, ApiSecurity security, BrowserSessions sessions) {
        return security.withTokens(http)
                .addFilterBefore(sessions::authorize, SecurityWebFiltersOrder.AUTHENTICATION)
                .securityMatcher(new AndServerWebExchangeMatcher(
                        pathMatchers("/api/**"), new NegatedServerWebExchangeMatcher(WITHOUT_TOKEN)))
                .headers(headers -> {
                    harden(headers, DATA_POLICY);
                    headers.crossOriginResourcePolicy(GatewaySecurity::forThisSiteOnly);
                })
                .authorizeExchange(paths -> paths.anyExchange().access(ApiSecurity::withinScope))
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain docs(ServerHttpSecurity http) {
        return ApiSecurity.open(http)
                .securityMatcher(pathMatchers("/docs/**"))
                .headers(headers -> hardenPages(headers, DOCS_POLICY))
                .build();
    }

    @Bean
    @Order(3)
    SecurityWebFilterChain assets(ServerHttpSecurity http) {
        return ApiSecurity.open(http)
                .securityMatcher(pathMatchers("/assets/**"))
                .headers(headers -> harden(headers, DATA_POLICY))
                .build();
    }

    @Bean
    @Order(4)
    SecurityWebFilterChain pagesAndSignIn(ServerHttpSecurity http) {
        return ApiSecurity.open(http)
                .headers(headers -> hardenPages(headers, PAGES_POLICY))
                .build();
    }

    private static void hardenPages(HeaderSpec headers, String contentSecurityPolicy) {
        harden(headers, contentSecurityPolicy);
        headers.permissionsPolicy(permissions -> permissions.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(GatewaySecurity::forThisSiteOnly);
    }

    private static void forThisSiteOnly(HeaderSpec.CrossOriginResourcePolicySpec resource) {
        resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN);
    }

    private static void harden(HeaderSpec headers, String contentSecurityPolicy) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }
}
