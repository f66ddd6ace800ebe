package com.spendtracker.localstack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Stands in for a service: answers 200 to everything on its port. Without a port it ends, as the migration does. */
final class StandIn {

    private StandIn() {}

    public static void main(String[] words) throws IOException {
        String port = System.getenv("SERVER_PORT");
        if (port == null) {
            System.out.println("stand-in has nothing to serve");
            return;
        }
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("stand-in serves on " + port);
    }
}
