package com.spendtracker.support.security;

import com.spendtracker.support.problem.ProblemWriter;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

/** The parts of a security chain that are the same in every service: stateless, bearer tokens only, problems as answers. */
public final class ApiSecurity {
    private final ReactiveJwtDecoder decoder;
    private final ProblemWriter problems;

    ApiSecurity(ReactiveJwtDecoder decoder, ProblemWriter problems) {
        this.decoder = decoder;
        this.problems = problems;
    }

    /** A chain for paths that need a valid access token; the caller says which of its paths do. */
    public ServerHttpSecurity withTokens(ServerHttpSecurity http) {
        return stateless(http)
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtDecoder(decoder))
                        .authenticationEntryPoint(problems::write)
                        .accessDeniedHandler(problems::write))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(problems::write).accessDeniedHandler(problems::write));
    }

    /** A chain for paths open to everybody: a token is not looked at, so that a stale one can't stand in the way. */
    public static ServerHttpSecurity open(ServerHttpSecurity http) {
        return stateless(http).authorizeExchange(paths -> paths.anyExchange().permitAll());
    }

    private static ServerHttpSecurity stateless(ServerHttpSecurity http) {
        return http.csrf(CsrfSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
    }
}
