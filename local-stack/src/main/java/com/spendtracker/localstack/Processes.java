package com.spendtracker.localstack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Ends processes: asks first, then insists. */
final class Processes {

    private Processes() {}

    /** Asks all of them (and what they started) to end, waits, and kills those that are still there after the patience. */
    static void end(Collection<ProcessHandle> processes, Duration patience) {
        List<ProcessHandle> all = new ArrayList<>(processes);
        processes.forEach(process -> process.descendants().forEach(all::add));
        all.forEach(ProcessHandle::destroy);
        if (!awaitEnd(all, patience)) {
            all.forEach(ProcessHandle::destroyForcibly);
            awaitEnd(all, patience);
        }
    }

    /** Calls the action when the process has ended. */
    // The future that this makes is of no use: the actions throw nothing.
    @SuppressWarnings("FutureReturnValueIgnored")
    static void whenEnded(Process process, Consumer<Process> action) {
        process.onExit().thenAccept(action);
    }

    /** Calls the action when a process that need not be a child of this one has ended. */
    @SuppressWarnings("FutureReturnValueIgnored")
    static void whenEnded(ProcessHandle process, Runnable action) {
        process.onExit().thenRun(action);
    }

    /** Waits until all have ended; returns false if some have not after the patience. */
    static boolean awaitEnd(Collection<ProcessHandle> processes, Duration patience) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
