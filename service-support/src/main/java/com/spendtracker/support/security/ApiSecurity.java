package com.spendtracker.support.security;

import com.spendtracker.support.problem.ProblemWriter;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import reactor.core.publisher.Mono;

/** The parts of a security chain that are the same in every service: stateless, bearer tokens only, problems as answers. */
public final class ApiSecurity {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

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

    /** Lets in whoever has a valid access token, and a program that may only read as far as that. */
    public static Mono<AuthorizationResult> withinScope(Mono<Authentication> caller, AuthorizationContext context) {
        boolean onlyReads = onlyReads(context.getExchange().getRequest());
        return scope(caller)
                .map(scope -> new AuthorizationDecision(onlyReads || !scope.equals(AccessTokenClaims.READ)));
    }

    /** Whether a request, by its method, changes nothing. */
    public static boolean onlyReads(ServerHttpRequest request) {
        return READING.contains(request.getMethod());
    }

    /** Lets in people who have signed in, but no programs: they can't manage what they were let in by. */
    public static Mono<AuthorizationResult> byPerson(Mono<Authentication> caller, AuthorizationContext context) {
        return scope(caller).map(scope -> new AuthorizationDecision(scope.isEmpty()));
    }

    /** What the caller's token is limited to, the empty text if to nothing; empty if there is no valid token. */
    private static Mono<String> scope(Mono<Authentication> caller) {
        return caller.ofType(JwtAuthenticationToken.class)
                .map(token ->
                        Objects.requireNonNullElse(token.getToken().getClaimAsString(AccessTokenClaims.SCOPE), ""));
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
