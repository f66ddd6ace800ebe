package com.spendtracker.gateway.routing;

import com.spendtracker.support.web.ClientAddresses;
import java.util.List;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Keeps from the services what a client says about its own address, which is no evidence; a service whose route is
 * marked {@code tells-client-address} is told where the request comes from instead.
 */
@Component
class ForwardedHeaders implements HttpHeadersFilter, Ordered {
    private static final String METADATA = "tells-client-address";

    /** What the framework does not remove by itself, as it does with the others of their kind; cookies end here, too. */
    private static final List<String> NAMES = List.of("X-Forwarded-Ssl", "X-Real-IP", HttpHeaders.COOKIE);

    private final ClientAddresses addresses;

    ForwardedHeaders(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public HttpHeaders filter(HttpHeaders sent, ServerWebExchange exchange) {
        boolean tells = tellsClientAddress(exchange);
        if (!tells && NAMES.stream().noneMatch(sent::containsHeader)) {
            return sent;
        }
        HttpHeaders passedOn = new HttpHeaders();
        passedOn.putAll(sent);
        NAMES.forEach(passedOn::remove);
        if (tells) {
            passedOn.set(ClientAddresses.HEADER, addresses.of(exchange.getRequest()));
        }
        return passedOn;
    }

    private static boolean tellsClientAddress(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return Boolean.parseBoolean(String.valueOf(route.getMetadata().get(METADATA)));
    }

    /** After the framework has removed what the client has sent. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
