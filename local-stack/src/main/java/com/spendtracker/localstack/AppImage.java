package com.spendtracker.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A program's jar, unpacked to where the JVM starts it about twice as fast, and the AOT cache (JEP 514) that makes it
 * faster again from the second start on.
 */
final class AppImage {

    private static final int KEY_LENGTH = 12;
    private static final String CACHE_SUFFIX = ".aot";
    /** To be changed with JarUnpacker, so that what an older one unpacked is not taken. */
    private static final String UNPACKING = "2";

    private final Path directory;
    private final String jar;
    private final List<String> baseCommand;
    private final Path cache;

    private AppImage(Path directory, String jar, List<String> baseCommand, String cacheKey) {
        this.directory = directory;
        this.jar = jar;
        this.baseCommand = baseCommand;
        this.cache = directory.resolve(cacheKey + CACHE_SUFFIX);
    }

    /** Unpacks the jar below {@code apps}, unless this very content was unpacked before; older contents are removed. */
    static AppImage of(Program program, Path jar, Path apps, JavaRuntime java) throws IOException {
        if (Files.notExists(jar)) {
            throw new StackException(jar + " is not there. Start with ./run, which builds it.");
        }
        String prefix = program.name() + "-";
        Path directory = apps.resolve(prefix + contentKey(jar));
        if (Files.notExists(directory)) {
            removeOlder(apps, prefix);
            Directories.fill(directory, draft -> JarUnpacker.unpack(jar, draft));
        }
        List<String> command = java.command(program.heapMegabytes());
        return new AppImage(
                directory,
                String.valueOf(jar.getFileName()),
                command,
                digest(java.version() + " " + String.join(" ", command)));
    }

    private static void removeOlder(Path apps, String prefix) throws IOException {
        try (DirectoryStream<Path> older = Files.newDirectoryStream(apps, prefix + "*")) {
            for (Path directory : older) {
                Directories.delete(directory);
            }
        }
    }

    /** A digest over the check sums that the jar already holds for its parts: as telling as its bytes, without reading them. */
    private static String contentKey(Path jar) throws IOException {
        StringBuilder text = new StringBuilder(UNPACKING).append('\n');
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                text.append(entry.getName()).append(' ').append(entry.getCrc()).append(' ');
                text.append(entry.getSize()).append('\n');
            }
        }
        return digest(text.toString());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The command that runs the program, with the cache if there is one. The marker recognises its process later. */
    List<String> command(String marker) {
        List<String> command = new ArrayList<>(baseCommand);
        command.add(1, marker);
        if (hasCache()) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.add("-jar");
        command.add(directory.resolve(jar).toString());
        return command;
    }

    boolean hasCache() {
        return Files.exists(cache);
    }

    /** The command of a training run: it must start like the real one, and writes a cache when it ends. */
    List<String> trainingCommand(String marker) {
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(baseCommand);
        command.add(4, marker);
        command.add("-XX:AOTCacheOutput=" + draft());
        command.add("-jar");
        command.add(directory.resolve(jar).toString());
        return command;
    }

    /** Takes the cache that a training run left; without one, the next start is as fast as this one was. */
    void keepTrainedCache() throws IOException {
        if (Files.exists(draft())) {
            Files.move(draft(), cache, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Forgets a cache that the JVM would not take, so that a new one is made. */
    void dropCache() throws IOException {
        Files.deleteIfExists(cache);
    }

    private Path draft() {
        return cache.resolveSibling(cache.getFileName() + ".draft");
    }
}
