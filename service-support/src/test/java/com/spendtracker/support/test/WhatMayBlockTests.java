package com.spendtracker.support.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

class WhatMayBlockTests {

    @Test
    void sleepWhenOnAThreadOfTheServerThenFails() {
        LoopResources loops = LoopResources.create("server", 1, true);
        Scheduler server = Schedulers.fromExecutorService(loops.onServer(true));
        try {
            assertThatThrownBy(() -> sleepOn(server)).rootCause().isInstanceOf(BlockingOperationError.class);
        } finally {
            loops.disposeLater().block();
        }
    }

    @Test
    void sleepWhenOnAThreadThatMayWaitThenDone() {
        assertThatCode(() -> sleepOn(Schedulers.boundedElastic())).doesNotThrowAnyException();
    }

    private static void sleepOn(Scheduler scheduler) {
        Mono.fromCallable(() -> {
                    Thread.sleep(Duration.ofMillis(1));
                    return true;
                })
                .subscribeOn(scheduler)
                .block();
    }
}
