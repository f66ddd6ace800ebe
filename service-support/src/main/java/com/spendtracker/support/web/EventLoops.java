package com.spendtracker.support.web;

import reactor.netty.ReactorNetty;

/** How many threads a service has that wait for the network. */
public final class EventLoops {

    private EventLoops() {}

    /**
     * Makes them half as many as there are processors, unless the property {@value ReactorNetty#IO_WORKER_COUNT} says
     * otherwise: the other services and the database want some, too, and threads that wake each other cost more than the
     * work that they share. To be called before anything listens.
     */
    public static void share() {
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        System.getProperties().putIfAbsent(ReactorNetty.IO_WORKER_COUNT, String.valueOf(half));
    }
}
