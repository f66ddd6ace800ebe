package com.spendtracker.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Secrets that only this machine's stack knows: made once at random, one file each, readable by their owner only. */
final class Secrets {

    static final String ADMIN_PASSWORD = "POSTGRES_PASSWORD";

    private static final List<String> PASSWORDS = List.of(ADMIN_PASSWORD, "AUTH_DB_PASSWORD", "ANALYTICS_DB_PASSWORD");
    private static final int PASSWORD_BYTES = 24;

    /** What auth-service encrypts its signing keys under: the key of AES-256, as base64. */
    private static final String KEY_ENCRYPTION_KEY = "KEY_ENCRYPTION_KEY";

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
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
        for (String name : PASSWORDS) {
            keep(directory.resolve(name), () -> HexFormat.of().formatHex(random(PASSWORD_BYTES)));
        }
        keep(directory.resolve(KEY_ENCRYPTION_KEY), () -> Base64.getEncoder().encodeToString(random(KEY_BYTES)));
        return new Secrets(directory);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static void keep(Path file, Supplier<String> secret) throws IOException {
        if (Files.notExists(file) || Files.size(file) == 0) {
            create(file, secret.get());
        }
        Files.setPosixFilePermissions(file, OWNER_FILE);
    }

    private static void create(Path file, String secret) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName());
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_FILE));
        Files.writeString(draft, secret, StandardCharsets.US_ASCII);
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
