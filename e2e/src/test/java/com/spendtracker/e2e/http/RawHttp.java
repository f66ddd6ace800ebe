package com.spendtracker.e2e.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Sends what a well-behaved HTTP client refuses to send. */
final class RawHttp {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private static final int DRIP_MILLIS = 500;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    private RawHttp() {}

    /** The answer to a request line and headers sent as they are, nothing after them. */
    static Answer send(URI server, String requestLine, String... headerLines) {
        List<String> lines = new ArrayList<>(List.of(requestLine, "Host: " + server.getAuthority()));
        lines.addAll(List.of(headerLines));
        lines.add("Connection: close");
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + END_OF_HEAD).getBytes(StandardCharsets.ISO_8859_1));
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statuses of all answers to what is sent as it is, until the other side closes or falls silent. */
    static List<Integer> statuses(URI server, InetAddress from, String text) {
        try (Socket socket = new Socket(server.getHost(), server.getPort(), from, 0)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            Thread sending = Thread.startVirtualThread(() -> write(socket, text));
            ByteArrayOutputStream answers = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answers);
            } catch (SocketException _) {
                // Broken off, after what was said until then.
            } finally {
                sending.interrupt();
            }
            return statuses(answers.toString(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statuses of all answers to this and then a byte twice a second, for as long as the other side bears it. */
    static List<Integer> drip(URI server, String begin) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            Thread dripping = Thread.startVirtualThread(() -> {
                write(socket, begin);
                while (!socket.isClosed() && pause()) {
                    write(socket, "x");
                }
            });
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            dripping.interrupt();
            return statuses(answers);
        } catch (SocketException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(DRIP_MILLIS);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    private static List<Integer> statuses(String answers) {
        return STATUS.matcher(answers)
                .results()
                .map(status -> Integer.valueOf(status.group(1)))
                .toList();
    }

    private static void write(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            // The other side has had enough.
        }
    }

    private static Answer parse(String text) {
        int endOfHead = text.indexOf(END_OF_HEAD);
        if (endOfHead < 0) {
            throw new AssertionError("Not an HTTP answer: " + text);
        }
        List<String> head = Arrays.asList(text.substring(0, endOfHead).split("\r\n", -1));
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        head.stream()
                .skip(1)
                .map(line -> line.split(": *", 2))
                .forEach(header -> headers.computeIfAbsent(header[0], _ -> new ArrayList<>())
                        .add(header[1]));
        int status = Integer.parseInt(head.getFirst().split(" ", -1)[1]);
        return new Answer(
                status,
                HttpHeaders.of(headers, (_, _) -> true),
                body(headers, text.substring(endOfHead + END_OF_HEAD.length())));
    }

    // Problems are short: one chunk.
    private static String body(Map<String, List<String>> headers, String rest) {
        return headers.getOrDefault("Transfer-Encoding", List.of()).contains("chunked")
                ? rest.split("\r\n", -1)[1]
                : rest;
    }
}
