package com.spendtracker.gateway.session;

import static org.springframework.web.reactive.function.server.RequestPredicates.POST;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Where browsers sign in and out; a program that signs out says in the body of what, and goes on to auth-service. */
@Configuration(proxyBeanMethods = false)
class SessionRoutes {
    @Bean
    RouterFunction<ServerResponse> sessions(SessionHandler handler) {
        return route(POST("/api/v1/session"), handler::signIn)
                .andRoute(POST("/api/v1/session/passkey"), handler::signInByPasskey)
                .andRoute(
                        POST("/api/v1/logout")
                                .and(request -> request.headers().contentType().isEmpty()),
                        handler::signOut);
    }
}
