package com.spendtracker.gateway.session;

import com.spendtracker.gateway.session.AuthServiceClient.PasskeySignIn;
import com.spendtracker.gateway.session.AuthServiceClient.SignIn;
import com.spendtracker.support.problem.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Begins and ends the sessions of browsers. */
@Component
class SessionHandler {
    private final AuthServiceClient auth;
    private final SessionCookie cookie;
    private final AccessTokens tokens;

    SessionHandler(AuthServiceClient auth, SessionCookie cookie, AccessTokens tokens) {
        this.auth = auth;
        this.cookie = cookie;
        this.tokens = tokens;
    }

    /** 204 with the cookie of a new session, or what there is against it; the session before, if there is one, ends. */
    Mono<ServerResponse> signIn(ServerRequest request) {
        return begin(request, SignIn.class, "/api/v1/login");
    }

    /** The same with a passkey. */
    Mono<ServerResponse> signInByPasskey(ServerRequest request) {
        return begin(request, PasskeySignIn.class, "/api/v1/login/passkey");
    }

    private Mono<ServerResponse> begin(ServerRequest request, Class<?> sent, String path) {
        ServerWebExchange exchange = request.exchange();
        SameOrigin.require(exchange.getRequest());
        return request.bodyToMono(sent)
                .switchIfEmpty(Mono.error(new ServerWebInputException("There is no body")))
                .flatMap(signIn ->
                        auth.signIn(path, exchange.getRequest(), signIn, secret -> cookie.set(exchange, secret)))
                .delayUntil(answer -> answer.getStatusCode().is2xxSuccessful() ? endEarlier(exchange) : Mono.empty())
                .flatMap(SessionHandler::toResponse);
    }

    // Who is in is in: a session that can't be ended now ends by itself when it is not used.
    private Mono<Void> endEarlier(ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookie.secretIn(exchange.getRequest()))
                .flatMap(secret -> end(exchange, secret).onErrorComplete(ProblemException.class));
    }

    /** 204, and the cookie is gone. */
    Mono<ServerResponse> signOut(ServerRequest request) {
        ServerWebExchange exchange = request.exchange();
        SameOrigin.require(exchange.getRequest());
        return Mono.justOrEmpty(cookie.secretIn(exchange.getRequest()))
                .flatMap(secret -> end(exchange, secret))
                .then(Mono.fromRunnable(() -> cookie.clear(exchange)))
                .then(ServerResponse.noContent()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    private Mono<Void> end(ServerWebExchange exchange, String secret) {
        return auth.signOut(exchange.getRequest(), secret).doOnTerminate(() -> tokens.forget(secret));
    }

    private static Mono<ServerResponse> toResponse(ResponseEntity<byte[]> answer) {
        ServerResponse.BodyBuilder response =
                ServerResponse.status(answer.getStatusCode()).headers(headers -> headers.addAll(answer.getHeaders()));
        return answer.getBody() == null ? response.build() : response.bodyValue(answer.getBody());
    }
}
