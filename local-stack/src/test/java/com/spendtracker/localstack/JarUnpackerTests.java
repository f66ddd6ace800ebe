package com.spendtracker.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plain form of a Spring Boot jar. */
class JarUnpackerTests {

    @TempDir
    Path directory;

    private Path jar;

    @BeforeEach
    void makeJar() throws IOException {
        jar = directory.resolve("service.jar");
        try (JarOutputStream out = open(jar, "app.Main")) {
            add(out, "META-INF/services/java.nio.file.spi.FileSystemProvider", "the loader's own");
            add(out, "org/springframework/boot/loader/Launcher.class", "the loader");
            add(out, "BOOT-INF/", "");
            add(out, "BOOT-INF/classes/", "");
            add(out, "BOOT-INF/classes/app/", "");
            add(out, "BOOT-INF/classes/app/Main.class", "main");
            add(out, "BOOT-INF/classes/META-INF/some.imports", "imports");
            add(out, "META-INF/build.txt", "build");
            add(out, "BOOT-INF/lib/a.jar", "library a");
            add(out, "BOOT-INF/lib/spring-boot-jarmode-tools-4.jar", "tools");
            add(out, "BOOT-INF/lib/b.jar", "library b");
            add(out, "BOOT-INF/classpath.idx", """
                    - "BOOT-INF/lib/b.jar"
                    - "BOOT-INF/lib/a.jar"
                    - "BOOT-INF/lib/spring-boot-jarmode-tools-4.jar"
                    """);
        }
    }

    @Test
    void unpackThenClassesAreAtTheRootAndTheLoaderIsGone() throws IOException {
        JarUnpacker.unpack(jar, directory.resolve("out"));

        try (JarFile plain = new JarFile(directory.resolve("out/service.jar").toFile())) {
            assertThat(plain.stream().map(JarEntry::getName))
                    .containsExactlyInAnyOrder(
                            "META-INF/MANIFEST.MF",
                            "META-INF/build.txt",
                            "META-INF/some.imports",
                            "app/",
                            "app/Main.class");
            assertThat(plain.getInputStream(plain.getJarEntry("app/Main.class")))
                    .hasContent("main");
        }
    }

    @Test
    void unpackThenPackagesAreFoundByTheirDirectoryAsComponentScanningNeeds() throws IOException {
        JarUnpacker.unpack(jar, directory.resolve("out"));

        URL plain = directory.resolve("out/service.jar").toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {plain}, null)) {
            assertThat(loader.getResource("app/")).isNotNull();
        }
    }

    @Test
    void unpackThenClassPathFollowsTheIndexAndItsFilesExist() throws IOException {
        JarUnpacker.unpack(jar, directory.resolve("out"));

        try (JarFile plain = new JarFile(directory.resolve("out/service.jar").toFile())) {
            Attributes attributes = plain.getManifest().getMainAttributes();
            assertThat(attributes.getValue("Main-Class")).isEqualTo("app.Main");
            assertThat(attributes.getValue("Implementation-Title")).isEqualTo("Service");
            assertThat(attributes.getValue("Class-Path")).isEqualTo("lib/b.jar lib/a.jar");
        }
        assertThat(directory.resolve("out/lib/a.jar")).hasContent("library a");
        assertThat(directory.resolve("out/lib/b.jar")).hasContent("library b");
        assertThat(directory.resolve("out/lib/spring-boot-jarmode-tools-4.jar")).doesNotExist();
    }

    @Test
    void unpackWhenJarIsNoBootJarThenRefused() throws IOException {
        Path other = directory.resolve("other.jar");
        open(other, null).close();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> JarUnpacker.unpack(other, directory.resolve("out")))
                .withMessageContaining("other.jar");
    }

    private static JarOutputStream open(Path jar, @Nullable String start) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Implementation-Title", "Service");
        List.of("Spring-Boot-Classes", "Spring-Boot-Lib").forEach(name -> attributes.putValue(name, "BOOT-INF/"));
        if (start != null) {
            attributes.putValue("Start-Class", start);
        }
        OutputStream file = Files.newOutputStream(jar);
        return new JarOutputStream(file, manifest);
    }

    private static void add(JarOutputStream out, String name, String content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
