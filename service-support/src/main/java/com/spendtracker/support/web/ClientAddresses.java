package com.spendtracker.support.web;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * Where requests come from: whoever has opened the connection, or whom a proxy of ours names in
 * {@code X-Forwarded-For}. What anybody else says there does not count.
 */
public final class ClientAddresses {
    public static final String HEADER = "X-Forwarded-For";

    private static final String PROTOCOL = "X-Forwarded-Proto";
    private static final int NETWORK_BYTES = 8;

    private final List<InetAddressMatcher> trusted;

    ClientAddresses(ClientAddressProperties properties) {
        this.trusted = properties.trustedProxies().stream()
                .map(String::strip)
                .map(InetAddressMatchers::fromIpAddress)
                .toList();
    }

    /** An IPv4 address, or the first of the /64 that an IPv6 address is in, as one customer has all of it; in one spelling. */
    public String of(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        if (peer == null || peer.getAddress() == null) {
            return "unknown";
        }
        return text(client(peer.getAddress(), forwarded(request)));
    }

    /** Whether the client speaks TLS: with us, or as a proxy of ours says in {@code X-Forwarded-Proto}, with that. */
    public boolean isByTls(ServerHttpRequest request) {
        if ("https".equals(request.getURI().getScheme())) {
            return true;
        }
        InetSocketAddress peer = request.getRemoteAddress();
        return peer != null
                && peer.getAddress() != null
                && isTrusted(peer.getAddress())
                && "https".equals(request.getHeaders().getFirst(PROTOCOL));
    }

    // Each proxy adds whom it was asked by at the end: so from there back to the first that is none of ours.
    private InetAddress client(InetAddress peer, List<String> forwarded) {
        InetAddress client = peer;
        for (String before : forwarded.reversed()) {
            InetAddress named = isTrusted(client) ? parse(before.strip()) : null;
            if (named == null) {
                return client;
            }
            client = named;
        }
        return client;
    }

    private static List<String> forwarded(ServerHttpRequest request) {
        return request.getHeaders().getOrEmpty(HEADER).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .toList();
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.matches(address));
    }

    // Never a name, which would be looked up.
    private static @Nullable InetAddress parse(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException _) {
            return null;
        }
    }

    private static String text(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), address.getAddress().length);
        try {
            return NetUtil.toAddressString(InetAddress.getByAddress(network));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Sixteen bytes are an address", e);
        }
    }
}
