package com.spendtracker.e2e.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a page's requests weigh as they are sent: the answers' headers and compressed bodies, from the moment on at which
 * this is made, without the browser's cache and without a service worker in between.
 */
final class Traffic {
    private static final double QUIET_MILLIS = 1_000;

    private final Page page;
    private final Map<String, Request> requests = new LinkedHashMap<>();

    private Traffic(Page page) {
        this.page = page;
    }

    static Traffic of(Page page) {
        Traffic traffic = new Traffic(page);
        CDPSession session = page.context().newCDPSession(page);
        session.on("Network.requestWillBeSent", traffic::begun);
        session.on("Network.responseReceived", traffic::headed);
        session.on("Network.dataReceived", traffic::received);
        session.on("Network.loadingFinished", traffic::finished);
        session.send("Network.enable");
        session.send("Network.setCacheDisabled", flag("cacheDisabled"));
        session.send("Network.setBypassServiceWorker", flag("bypass"));
        return traffic;
    }

    private static JsonObject flag(String name) {
        JsonObject flag = new JsonObject();
        flag.addProperty(name, true);
        return flag;
    }

    /** Waits until nothing more arrives. A stream of events never ends, so no request is waited for. */
    void awaitQuiet() {
        long before;
        do {
            before = bytes();
            page.waitForTimeout(QUIET_MILLIS);
        } while (bytes() != before);
    }

    long bytes() {
        return requests.values().stream().mapToLong(Request::bytes).sum();
    }

    /** A line for each request. */
    @Override
    public String toString() {
        return requests.values().stream()
                .map(request -> "%,d %s".formatted(request.bytes, request.url))
                .collect(Collectors.joining("\n"));
    }

    private void begun(JsonObject event) {
        String url = event.getAsJsonObject("request").get("url").getAsString();
        if (!url.startsWith("data:")) {
            requests.put(id(event), new Request(url, 0));
        }
    }

    private void headed(JsonObject event) {
        add(event, event.getAsJsonObject("response"));
    }

    private void received(JsonObject event) {
        add(event, event);
    }

    private void add(JsonObject event, JsonObject part) {
        requests.computeIfPresent(
                id(event),
                (_, request) -> request.plus(part.get("encodedDataLength").getAsLong()));
    }

    /** The whole, once it is known. */
    private void finished(JsonObject event) {
        requests.computeIfPresent(
                id(event),
                (_, request) ->
                        new Request(request.url, event.get("encodedDataLength").getAsLong()));
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private record Request(String url, long bytes) {
        Request plus(long more) {
            return new Request(url, bytes + more);
        }
    }
}
