package com.spendtracker.webui;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers every address that names no file with the one page there is: its script reads the address. */
@Component
class PageFilter implements WebFilter {
    static final String ASSETS = "/assets/";
    private static final List<String> NO_PAGES = List.of(ASSETS, "/actuator", "/livez", "/readyz");
    private static final String PAGE = "/index.html";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getURI().getPath();
        return chain.filter(isPage(path) ? withPath(exchange, PAGE) : exchange);
    }

    private static boolean isPage(String path) {
        boolean namesFile = path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
        return !namesFile && NO_PAGES.stream().noneMatch(path::startsWith);
    }

    private static ServerWebExchange withPath(ServerWebExchange exchange, String path) {
        return exchange.mutate().request(request -> request.path(path)).build();
    }
}
