package com.spendtracker.localstack;

import com.spendtracker.localstack.Stack.Service;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the missing AOT caches in the background, one at a time and with the least priority, so that the next start is
 * quick. Each is of a program that did all that a start consists of, its first answer included, beside the one that
 * people use. Nothing depends on its success.
 */
final class Training {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int ENDED_BY_ITSELF = 0;
    private static final int ENDED_WHEN_ASKED_TO = 143;

    private final ChildProcesses children;
    private final DataDirectory data;
    private final Ports ports;

    Training(ChildProcesses children, DataDirectory data, Ports ports) {
        this.children = children;
        this.data = data;
        this.ports = ports;
    }

    void train(Programs programs, Map<Program, AppImage> images) {
        try {
            train(programs.migration(), Objects.requireNonNull(images.get(programs.migration())));
            for (Service service : programs.services()) {
                train(service, Objects.requireNonNull(images.get(service.program())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | StackException e) {
            // Stopping, or no room on the disk: the next start is merely as slow as this one.
        }
    }

    private void train(Program program, AppImage image) throws IOException, InterruptedException {
        if (!image.hasCache()) {
            keepCache(start(program, image, program.environment()), image);
        }
    }

    private void train(Service service, AppImage image) throws IOException, InterruptedException {
        if (image.hasCache()) {
            return;
        }
        int port = ports.takeFree();
        Map<String, String> environment = new HashMap<>(service.program().environment());
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("MANAGEMENT_PORT", String.valueOf(ports.takeFree()));
        Process process = start(service.program(), image, environment);
        URI health = URI.create(Programs.local(port) + service.health().getPath());
        Instant limit = Instant.now().plus(PATIENCE);
        Health.await(health, () -> process.isAlive() && Instant.now().isBefore(limit));
        process.destroy();
        keepCache(process, image);
    }

    private Process start(Program program, AppImage image, Map<String, String> environment) throws IOException {
        String name = program.name() + "-training";
        return children.start(name, image.trainingCommand(children.marker()), environment, data.freshLog(name));
    }

    private static void keepCache(Process process, AppImage image) throws IOException, InterruptedException {
        int exit = process.waitFor();
        if (exit == ENDED_BY_ITSELF || exit == ENDED_WHEN_ASKED_TO) {
            image.keepTrainedCache();
        }
    }
}
