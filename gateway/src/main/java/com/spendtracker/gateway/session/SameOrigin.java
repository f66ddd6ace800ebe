package com.spendtracker.gateway.session;

import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import com.spendtracker.support.security.ApiSecurity;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Tells the requests of our own pages from those that other sites make a browser send. */
final class SameOrigin {
    private static final String MARK_HEADER = "X-Requested-With";
    private static final String MARK = "spend-tracker";
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private SameOrigin() {}

    /**
     * Refuses with 403 what another site may have sent. What changes something needs a header that no form can send and a
     * browser's word that it comes from here.
     */
    static void require(ServerHttpRequest request) {
        boolean allowed = ApiSecurity.onlyReads(request)
                ? isNotOfAnotherSite(request)
                : MARK.equals(request.getHeaders().getFirst(MARK_HEADER)) && isOfThisOrigin(request);
        if (!allowed) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "A browser's session is for the pages of this site. Programs use an access token or an API token.");
        }
    }

    private static boolean isNotOfAnotherSite(ServerHttpRequest request) {
        String site = request.getHeaders().getFirst(FETCH_SITE);
        return site == null || site.equals("same-origin") || site.equals("none");
    }

    // Browsers tell the first only over TLS and on this machine, and the second always.
    private static boolean isOfThisOrigin(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        String site = headers.getFirst(FETCH_SITE);
        return site == null ? isThisHost(headers.getOrigin(), headers) : site.equals("same-origin");
    }

    private static boolean isThisHost(@Nullable String origin, HttpHeaders headers) {
        String host = headers.getFirst(HttpHeaders.HOST);
        if (origin == null || host == null) {
            return false;
        }
        try {
            return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
