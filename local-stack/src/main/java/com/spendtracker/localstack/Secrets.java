package com.spendtracker.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Passwords that only this machine's stack knows: made once at random, one file each, readable by their owner only. */
final class Secrets {

    static final String ADMIN_PASSWORD = "POSTGRES_PASSWORD";

    private static final List<String> NAMES = List.of(ADMIN_PASSWORD, "AUTH_DB_PASSWORD", "ANALYTICS_DB_PASSWORD");
    private static final int BYTES = 24;
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");

    private final Path directory;

    private Secrets(Path directory) {
        this.directory = directory;
    }

    /** Opens the directory and makes the secrets that are missing; those that exist stay as they are. */
    static Secrets open(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, OWNER_DIRECTORY);
        SecureRandom random = new SecureRandom();
        for (String name : NAMES) {
            Path file = directory.resolve(name);
            if (Files.notExists(file) || Files.size(file) == 0) {
                create(file, random);
            }
            Files.setPosixFilePermissions(file, OWNER_FILE);
        }
        return new Secrets(directory);
    }

    private static void create(Path file, SecureRandom random) throws IOException {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        Path draft = file.resolveSibling("." + file.getFileName());
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_FILE));
        Files.writeString(draft, HexFormat.of().formatHex(bytes), StandardCharsets.US_ASCII);
        // By a rename, so that a crash never leaves half a secret.
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    Path directory() {
        return directory;
    }

    /** The file that holds the password of the database's administrator. */
    Path adminPasswordFile() {
        return directory.resolve(ADMIN_PASSWORD);
    }

    String adminPassword() throws IOException {
        return Files.readString(adminPasswordFile(), StandardCharsets.US_ASCII).strip();
    }
}
