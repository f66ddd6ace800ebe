package com.spendtracker.support.problem;

import com.spendtracker.support.web.RequestIds;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * Answers requests whose address is none before any filter sees them: broken percent-encoding, to which the framework
 * itself would answer without a word, paths of control characters or of bytes that are no UTF-8, and no or several hosts.
 */
final class UnreadableAddresses implements NettyRouteProvider {
    private static final String REFUSAL =
            "The address can't be read: check what is written with a percent sign, and the Host header.";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~\\-:\\[\\]]{1,255}");
    private static final char LAST_OF_ASCII = '~';
    private static final char REPLACEMENT = '\uFFFD';

    private final ProblemWriter problems;

    UnreadableAddresses(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public HttpServerRoutes apply(HttpServerRoutes routes) {
        return routes.route(request -> !isReadable(request.uri()) || !isForOneHost(request), this::refuse);
    }

    /** A path with a query, or all of an address, as proxies are asked for it (RFC 9112, 3.2). */
    static boolean isReadable(String target) {
        try {
            URI address = new URI(target.startsWith("/") ? "http://host" + target : target);
            String path = address.getPath();
            return isOfTheWeb(address)
                    && target.chars().noneMatch(c -> c > LAST_OF_ASCII)
                    && path.startsWith("/")
                    && path.chars().noneMatch(c -> Character.isISOControl(c) || c == REPLACEMENT);
        } catch (URISyntaxException _) {
            return false;
        }
    }

    // RFC 9112, 3.2: exactly one, but from clients older than that.
    private static boolean isForOneHost(HttpServerRequest request) {
        List<String> hosts = request.requestHeaders().getAll(HttpHeaders.HOST);
        return hosts.size() == 1
                ? HOST.matcher(hosts.getFirst()).matches()
                : hosts.isEmpty() && HttpVersion.HTTP_1_0.equals(request.version());
    }

    private static boolean isOfTheWeb(URI address) {
        return address.getHost() != null && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
    }

    // Without the path, which would be repeated as it is.
    private Publisher<Void> refuse(HttpServerRequest request, HttpServerResponse response) {
        String id = RequestIds.newId();
        ProblemWriter.HEADERS.forEach(response::header);
        return response.status(ProblemType.INVALID_INPUT.status().value())
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .header(RequestIds.HEADER, id)
                .sendByteArray(Mono.just(problems.json(ProblemException.of(ProblemType.INVALID_INPUT, REFUSAL), id)));
    }
}
