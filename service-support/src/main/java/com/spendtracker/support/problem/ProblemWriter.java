package com.spendtracker.support.problem;

import com.spendtracker.support.problem.ProblemMapper.Mapped;
import com.spendtracker.support.web.RequestIds;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers an exchange with the problem that an error stands for. */
public final class ProblemWriter {
    private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);

    /** A problem may do nothing in a browser; it may be answered before anything else would say so. */
    static final Map<String, String> HEADERS = Map.of(
            HttpHeaders.CACHE_CONTROL,
            "no-store",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'");

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Writes the answer; an error if the response is already on its way, as nothing can be told then. */
    public Mono<Void> write(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        Mapped mapped = ProblemMapper.map(error);
        logServerError(exchange, mapped, error);
        response.setStatusCode(HttpStatusCode.valueOf(mapped.status()));
        HttpHeaders headers = response.getHeaders();
        mapped.headers().forEach(headers::put);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        HEADERS.forEach(headers::set);
        Problem problem = problem(mapped, exchange.getRequest().getPath().value(), RequestIds.of(exchange));
        DataBuffer body = response.bufferFactory().wrap(json.writeValueAsBytes(problem));
        headers.setContentLength(body.readableByteCount());
        return response.writeWith(Mono.just(body));
    }

    /** The body of a problem where there is no exchange yet. */
    byte[] json(ProblemException error, String requestId) {
        return json.writeValueAsBytes(problem(ProblemMapper.map(error), null, requestId));
    }

    private static Problem problem(Mapped mapped, @Nullable String path, @Nullable String requestId) {
        return new Problem(
                mapped.type().id(),
                mapped.type().title(),
                mapped.status(),
                mapped.detail(),
                path,
                requestId,
                mapped.errors());
    }

    private static void logServerError(ServerWebExchange exchange, Mapped mapped, Throwable error) {
        if (mapped.type() == ProblemType.INTERNAL) {
            log.error(
                    "request {} {} {}",
                    RequestIds.of(exchange),
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath(),
                    error);
        } else if (mapped.status() >= 500 && !(error instanceof ProblemException)) { // those are meant, not met
            log.warn(
                    "request {} {} {}: {} {}",
                    RequestIds.of(exchange),
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath(),
                    mapped.status(),
                    error.toString());
        }
    }
}
