package com.spendtracker.gateway.session;

import com.spendtracker.support.web.ClientAddresses;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The cookie that a browser's session is known by. Scripts can't read it, and other sites can't have it sent; over TLS it
 * is for this very host and for TLS only.
 */
@Component
class SessionCookie {
    private static final String NAME = "spend-tracker-session";
    private static final Pattern SECRET = Pattern.compile("sts_[\\w-]{43}");

    /** As long as a session may be set to last: when it ends is for auth-service to say. */
    private static final Duration KEPT_FOR = Duration.ofDays(365);

    private final ClientAddresses addresses;

    SessionCookie(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    boolean isIn(ServerHttpRequest request) {
        return request.getCookies().containsKey(name(request));
    }

    /** What it holds, if that can be a session at all. */
    Optional<String> secretIn(ServerHttpRequest request) {
        return Optional.ofNullable(request.getCookies().getFirst(name(request)))
                .map(HttpCookie::getValue)
                .filter(secret -> SECRET.matcher(secret).matches());
    }

    void set(ServerWebExchange exchange, String secret) {
        exchange.getResponse().addCookie(cookie(exchange.getRequest(), secret, KEPT_FOR));
    }

    void clear(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie(exchange.getRequest(), "", Duration.ZERO));
    }

    private ResponseCookie cookie(ServerHttpRequest request, String value, Duration maxAge) {
        return ResponseCookie.from(name(request), value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(addresses.isByTls(request))
                .path("/")
                .maxAge(maxAge)
                .build();
    }

    private String name(ServerHttpRequest request) {
        return addresses.isByTls(request) ? "__Host-" + NAME : NAME;
    }
}
