package com.spendtracker.support.isolation;

import com.spendtracker.support.security.CurrentUser;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.r2dbc.connection.DelegatingConnectionFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

/**
 * Connections on behalf of whom {@link OnBehalf} names, or else of the user whose request asks for them. Without either there
 * is no user in the database, and no row of any: enough for what is nobody's, to see whether it answers, and to listen.
 */
final class UserConnectionFactory extends DelegatingConnectionFactory {

    UserConnectionFactory(ConnectionFactory pool) {
        super(pool);
    }

    // Nothing is sent before the connection has been handed out: who gave up waiting could not give it back.
    @Override
    public Mono<? extends Connection> create() {
        Mono<Connection> pooled = Mono.from(getTargetConnectionFactory().create());
        return asker().<Connection>flatMap(asker -> pooled.map(connection -> new UserConnection(connection, asker)))
                .switchIfEmpty(pooled);
    }

    private static Mono<OnBehalf> asker() {
        return Mono.deferContextual(context -> Mono.justOrEmpty(OnBehalf.written(context)))
                .switchIfEmpty(ReactiveSecurityContextHolder.getContext()
                        .mapNotNull(SecurityContext::getAuthentication)
                        .mapNotNull(Authentication::getPrincipal)
                        .ofType(Jwt.class)
                        .map(token -> OnBehalf.user(CurrentUser.of(token).id())));
    }
}
