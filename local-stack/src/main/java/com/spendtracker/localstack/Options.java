package com.spendtracker.localstack;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param port the public port; 0 means any free one
 * @param data where everything is kept, or null for the default place
 * @param demo whether the demo accounts are added
 * @param database a PostgreSQL of one's own, or null for the embedded one
 * @param readyFile where to write the addresses as JSON once everything answers, or null
 * @param help whether only the usage is wanted
 */
record Options(
        int port,
        @Nullable Path data,
        boolean demo,
        @Nullable DatabaseAddress database,
        @Nullable Path readyFile,
        boolean help) {

    static final int DEFAULT_PORT = 8501;

    private static final int MAX_PORT = 65_535;

    /**
     * Reads the command line.
     *
     * @param environment taken for the password that a database address leaves out
     * @throws UsageException if a word is unknown, incomplete or has a value that cannot be
     */
    static Options parse(List<String> words, Map<String, String> environment) {
        int port = DEFAULT_PORT;
        Path data = null;
        boolean demo = true;
        DatabaseAddress database = null;
        Path readyFile = null;
        boolean help = false;
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            int equals = word.indexOf('=');
            String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
            if (!name.equals(word)) {
                rest.addFirst(word.substring(equals + 1));
            }
            switch (name) {
                case "--port" -> port = toPort(value(name, rest));
                case "--data" -> data = toPath(name, value(name, rest));
                case "--database-url" -> database = DatabaseAddress.parse(value(name, rest), environment);
                case "--ready-file" -> readyFile = toPath(name, value(name, rest));
                case "--no-demo", "--help", "-h" -> {
                    if (!name.equals(word)) {
                        throw new UsageException("option " + name + " takes no value");
                    }
                    demo &= !name.equals("--no-demo");
                    help |= !name.equals("--no-demo");
                }
                default -> throw new UsageException("unknown option: " + name);
            }
        }
        return new Options(port, data, demo, database, readyFile, help);
    }

    private static String value(String name, Deque<String> rest) {
        String value = rest.pollFirst();
        if (value == null || value.isBlank()) {
            throw new UsageException("option " + name + " needs a value");
        }
        return value;
    }

    private static int toPort(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // The message below serves both.
        }
        throw new UsageException("option --port needs a number from 0 to " + MAX_PORT + ", not: " + text);
    }

    private static Path toPath(String name, String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new UsageException("option " + name + " needs a path, not: " + text);
        }
    }
}
