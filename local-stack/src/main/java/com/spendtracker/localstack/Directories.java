package com.spendtracker.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories that either exist whole or not at all. */
final class Directories {

    private static final String DRAFT = ".draft";

    private Directories() {}

    /** Writes the content of a directory. */
    @FunctionalInterface
    interface Filler {
        void fill(Path directory) throws IOException;
    }

    /** Fills a directory beside the wanted one and renames it at the end, so that a crash leaves nothing half made. */
    static void fill(Path directory, Filler filler) throws IOException {
        Path draft = directory.resolveSibling(directory.getFileName() + DRAFT);
        delete(draft);
        Files.createDirectories(draft);
        filler.fill(draft);
        Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(directory)) {
            paths = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
