package com.spendtracker.localstack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Turns a Spring Boot jar of jars into a plain jar with its libraries beside it.
 *
 * <p>Boot's own {@code -Djarmode=tools extract} gives the same, but needs Spring in the jar and a JVM for each.
 */
final class JarUnpacker {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String LOADER = "org/springframework/boot/loader/";
    private static final String LOADER_SERVICE = "META-INF/services/java.nio.file.spi.FileSystemProvider";
    private static final String TOOLS = LIBRARIES + "spring-boot-jarmode-tools-";
    private static final String INDEX = "BOOT-INF/classpath.idx";
    private static final String LIBRARY_DIRECTORY = "lib/";

    private JarUnpacker() {}

    /** Writes {@code <target>/<name of the jar>} and {@code <target>/lib/*.jar}. */
    static void unpack(Path jar, Path target) throws IOException {
        Files.createDirectories(target.resolve(LIBRARY_DIRECTORY));
        try (JarFile packed = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(target.resolve(String.valueOf(jar.getFileName())));
                JarOutputStream plain = new JarOutputStream(new BufferedOutputStream(file), manifest(packed))) {
            Enumeration<JarEntry> entries = packed.entries();
            while (entries.hasMoreElements()) {
                copy(packed, entries.nextElement(), plain, target);
            }
        }
    }

    private static void copy(JarFile packed, JarEntry entry, JarOutputStream plain, Path target) throws IOException {
        String name = entry.getName();
        try (InputStream content = packed.getInputStream(entry)) {
            if (isLibrary(name)) {
                Files.copy(content, target.resolve(LIBRARY_DIRECTORY + name.substring(LIBRARIES.length())));
                return;
            }
            String plainName = plainName(name);
            // Directories too: Spring finds the classes of a package by asking for its directory.
            if (plainName != null && !plainName.isEmpty()) {
                JarEntry plainEntry = new JarEntry(plainName);
                plainEntry.setTime(entry.getTime());
                plain.putNextEntry(plainEntry);
                content.transferTo(plain);
                plain.closeEntry();
            }
        }
    }

    private static boolean isLibrary(String name) {
        return name.startsWith(LIBRARIES) && name.endsWith(".jar") && !name.startsWith(TOOLS);
    }

    private static @Nullable String plainName(String name) {
        if (name.startsWith(CLASSES)) {
            return name.substring(CLASSES.length());
        }
        boolean dropped = name.equals(JarFile.MANIFEST_NAME)
                || name.equals(LOADER_SERVICE)
                || name.startsWith("BOOT-INF/")
                || name.startsWith(LOADER);
        return dropped ? null : name;
    }

    private static Manifest manifest(JarFile packed) throws IOException {
        Manifest manifest = packed.getManifest();
        String main = manifest == null ? null : manifest.getMainAttributes().getValue("Start-Class");
        if (manifest == null || main == null) {
            throw new IOException(packed.getName() + " is no executable Spring Boot jar");
        }
        Manifest plain = new Manifest(manifest);
        Attributes attributes = plain.getMainAttributes();
        attributes
                .keySet()
                .removeIf(key -> key.toString().startsWith("Spring-Boot-")
                        && !key.toString().equals("Spring-Boot-Version"));
        attributes.remove(new Attributes.Name("Start-Class"));
        attributes.put(Attributes.Name.MAIN_CLASS, main);
        attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", classPath(packed)));
        return plain;
    }

    /** The index keeps the order in which Maven resolved the libraries; it decides which of two equal names wins. */
    private static List<String> classPath(JarFile packed) throws IOException {
        JarEntry index = packed.getJarEntry(INDEX);
        if (index == null) {
            throw new IOException(packed.getName() + " has no " + INDEX);
        }
        List<String> paths = new ArrayList<>();
        try (InputStream content = packed.getInputStream(index)) {
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .map(line -> line.replaceAll("^- \"|\"$", ""))
                    .filter(JarUnpacker::isLibrary)
                    .forEach(line -> paths.add(LIBRARY_DIRECTORY + line.substring(LIBRARIES.length())));
        }
        return paths;
    }
}
