package com.spendtracker.localstack;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Where a PostgreSQL is, and who may create roles and schemas in it. */
record DatabaseAddress(String host, int port, String name, String user, String password) {

    private static final int DEFAULT_PORT = 5432;
    private static final String SHAPE = "--database-url needs the form postgresql://user:password@host:port/database";

    /**
     * Reads {@code postgresql://user:password@host:port/database}; user and password may be percent-encoded.
     *
     * @param environment POSTGRES_PASSWORD is taken from it when the address has no password
     * @throws UsageException if a part is missing; the message never repeats the address, which holds a password
     */
    static DatabaseAddress parse(String text, Map<String, String> environment) {
        URI uri = toUri(text);
        String scheme = uri.getScheme();
        String login = uri.getRawUserInfo();
        String host = uri.getHost();
        String path = uri.getRawPath();
        if (!"postgresql".equals(scheme) && !"postgres".equals(scheme)) {
            throw new UsageException(SHAPE);
        }
        if (host == null || login == null || path == null || path.length() < 2 || path.indexOf('/', 1) > 0) {
            throw new UsageException(SHAPE);
        }
        if (uri.getRawQuery() != null) {
            throw new UsageException("--database-url cannot carry parameters after '?'");
        }
        int colon = login.indexOf(':');
        String user = decode(colon < 0 ? login : login.substring(0, colon));
        String password =
                colon < 0 ? environment.getOrDefault("POSTGRES_PASSWORD", "") : decode(login.substring(colon + 1));
        if (user.isEmpty()) {
            throw new UsageException(SHAPE);
        }
        if (password.isEmpty()) {
            throw new UsageException("--database-url has no password: put it in, or set POSTGRES_PASSWORD");
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new DatabaseAddress(host, port, decode(path.substring(1)), user, password);
    }

    private static URI toUri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new UsageException(SHAPE);
        }
    }

    private static String decode(String text) {
        try {
            // URLDecoder reads + as a blank, which is right for forms but not for this part of an address.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UsageException(SHAPE);
        }
    }

    @Override
    public String toString() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + name;
    }
}
