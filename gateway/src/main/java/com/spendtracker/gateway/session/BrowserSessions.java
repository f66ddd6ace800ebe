package com.spendtracker.gateway.session;

import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Puts an access token in the place of a session's cookie or of an API token, which no service gets to see. */
@Component
public class BrowserSessions {
    private static final Pattern API_TOKEN = Pattern.compile("Bearer (spt_[\\w-]{43})", Pattern.CASE_INSENSITIVE);

    private final SessionCookie cookie;
    private final AccessTokens tokens;

    BrowserSessions(SessionCookie cookie, AccessTokens tokens) {
        this.cookie = cookie;
        this.tokens = tokens;
    }

    /** To be put before whatever looks at access tokens. */
    public Mono<Void> authorize(ServerWebExchange exchange, WebFilterChain chain) {
        return accessToken(exchange.getRequest())
                .map(token -> with(exchange, token))
                .defaultIfEmpty(exchange)
                .flatMap(chain::filter);
    }

    /** Empty if nothing is to be put in the place of what was sent. */
    private Mono<String> accessToken(ServerHttpRequest request) {
        String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (cookie.isIn(request)) {
            requireOneProof(authorization);
            SameOrigin.require(request);
            return Mono.justOrEmpty(cookie.secretIn(request)).flatMap(secret -> tokens.of(secret, request));
        }
        Matcher apiToken = API_TOKEN.matcher(authorization == null ? "" : authorization);
        return apiToken.matches() ? tokens.of(apiToken.group(1), request) : Mono.empty();
    }

    private static void requireOneProof(@Nullable String authorization) {
        if (authorization != null) {
            throw ProblemException.of(
                    ProblemType.INVALID_INPUT, "Send a session's cookie or an Authorization header, not both.");
        }
    }

    private static ServerWebExchange with(ServerWebExchange exchange, String accessToken) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.setBearerAuth(accessToken)))
                .build();
    }
}
