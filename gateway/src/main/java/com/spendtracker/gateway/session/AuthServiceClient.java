package com.spendtracker.gateway.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import com.spendtracker.support.web.ClientAddresses;
import com.spendtracker.support.web.RequestIds;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;

/** Asks auth-service about sessions, and tells it who asks. */
@Component
class AuthServiceClient {
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** What of an answer to somebody who wants to sign in is for them. */
    private static final List<String> ANSWER_HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.RETRY_AFTER, HttpHeaders.CACHE_CONTROL);

    private final WebClient http;
    private final ClientAddresses addresses;

    AuthServiceClient(SessionProperties properties, ClientAddresses addresses) {
        HttpClient client = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .responseTimeout(TIMEOUT);
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .baseUrl(properties.authServiceUrl().toString())
                .build();
        this.addresses = addresses;
    }

    /**
     * Signs in.
     *
     * @param path where auth-service takes what was sent
     * @param begun what to do with the secret of the session; otherwise the answer is what auth-service says against it
     */
    Mono<ResponseEntity<byte[]>> signIn(String path, ServerHttpRequest request, Object signIn, Consumer<String> begun) {
        return post(path, request, signIn).exchangeToMono(answer -> {
            if (!answer.statusCode().is2xxSuccessful()) {
                return passedOn(answer);
            }
            return answer.bodyToMono(Tokens.class)
                    .doOnNext(tokens -> begun.accept(String.valueOf(tokens.sessionToken())))
                    .thenReturn(ResponseEntity.status(HttpStatus.NO_CONTENT)
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build());
        });
    }

    private static Mono<ResponseEntity<byte[]>> passedOn(ClientResponse answer) {
        HttpHeaders headers = new HttpHeaders();
        for (String name : ANSWER_HEADERS) {
            headers.addAll(name, answer.headers().header(name));
        }
        return answer.bodyToMono(byte[].class)
                .map(body -> ResponseEntity.status(answer.statusCode())
                        .headers(headers)
                        .body(body));
    }

    /** An access token for the secret of a session or an API token; empty if it does not count. */
    Mono<String> exchange(ServerHttpRequest request, String token) {
        return post("/api/v1/token/exchange", request, Map.of("token", token))
                .retrieve()
                .bodyToMono(Tokens.class)
                .map(Tokens::accessToken)
                .onErrorResume(WebClientResponseException.Unauthorized.class, _ -> Mono.empty())
                .onErrorMap(WebClientException.class, AuthServiceClient::unavailable);
    }

    /** Ends a session. */
    Mono<Void> signOut(ServerHttpRequest request, String secret) {
        return post("/api/v1/logout", request, Map.of("token", secret))
                .retrieve()
                .toBodilessEntity()
                .onErrorMap(WebClientException.class, AuthServiceClient::unavailable)
                .then();
    }

    private WebClient.RequestHeadersSpec<?> post(String path, ServerHttpRequest request, Object body) {
        return http.post()
                .uri(path)
                .header(ClientAddresses.HEADER, addresses.of(request))
                .headers(headers -> copy(request.getHeaders(), headers, HttpHeaders.USER_AGENT))
                .headers(headers -> copy(request.getHeaders(), headers, RequestIds.HEADER))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
    }

    private static void copy(HttpHeaders from, HttpHeaders to, String name) {
        String value = from.getFirst(name);
        if (value != null) {
            to.set(name, value);
        }
    }

    private static ProblemException unavailable(Throwable error) {
        return ProblemException.of(ProblemType.UNAVAILABLE, "Nobody's session can be looked up right now. Try again.")
                .withHeader(HttpHeaders.RETRY_AFTER, "2");
    }

    /** What somebody who signs in sends, and that they want a session. */
    record SignIn(
            @Nullable String username,
            @Nullable String password,
            @Nullable String code) {
        @JsonProperty
        String session() {
            return "browser";
        }

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "SignIn[]";
        }
    }

    /** What a browser answers for a passkey, and that a session is wanted. */
    record PasskeySignIn(@Nullable JsonNode credential) {
        @JsonProperty
        String session() {
            return "browser";
        }
    }

    /** The answer to a sign-in or an exchange. */
    private record Tokens(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("session_token") @Nullable String sessionToken) {
        /** Keeps the tokens out of logs. */
        @Override
        public String toString() {
            return "Tokens[]";
        }
    }
}
