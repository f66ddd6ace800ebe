package com.spendtracker.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes the missing AOT caches in the background, one at a time and with the least priority, so that the next start is
 * quick. Nothing depends on its success.
 */
final class Training {

    private final ChildProcesses children;
    private final DataDirectory data;

    Training(ChildProcesses children, DataDirectory data) {
        this.children = children;
        this.data = data;
    }

    void train(Map<Program, AppImage> images) {
        Map<Program, AppImage> untrained = new LinkedHashMap<>(images);
        untrained.values().removeIf(AppImage::hasCache);
        untrained.forEach(this::train);
    }

    private void train(Program program, AppImage image) {
        try {
            Path log = data.freshLog(program.name() + "-training");
            Process process = children.start(
                    program.name() + "-training", image.trainingCommand(children.marker()), program.environment(), log);
            if (process.waitFor() == 0) {
                image.keepTrainedCache();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | StackException e) {
            // Stopping, or no room on the disk: the next start is merely as slow as this one.
        }
    }
}
