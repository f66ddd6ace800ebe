package com.spendtracker.support.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Tells where requests come from. */
public final class Origins {
    private static final int MAX_LENGTH = 200;

    private final ClientAddresses addresses;

    Origins(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    public Origin of(ServerHttpRequest request) {
        return new Origin(addresses.of(request), client(request.getHeaders().getFirst(HttpHeaders.USER_AGENT)));
    }

    // Plain characters only: it is shown to people.
    private static @Nullable String client(@Nullable String userAgent) {
        if (userAgent == null) {
            return null;
        }
        String plain = userAgent.replaceAll("[^\\x20-\\x7e]", "").strip();
        return plain.isEmpty() ? null : plain.substring(0, Math.min(plain.length(), MAX_LENGTH));
    }
}
