package com.spendtracker.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL refuses to run as root, which is what one is in many containers. */
final class RootUser {

    private static final List<String> NEW_USER_NAMESPACE = List.of("unshare", "--user");
    private static final Path NOWHERE = Path.of("/dev/null");

    private RootUser() {}

    /**
     * What to put before a PostgreSQL command: nothing for an ordinary user. For root a user namespace that maps no
     * one, in which root is an ordinary user that still owns root's files.
     */
    static List<String> commandPrefix() throws IOException {
        if (!isRoot()) {
            return List.of();
        }
        List<String> probe =
                Stream.concat(NEW_USER_NAMESPACE.stream(), Stream.of("true")).toList();
        try {
            if (Commands.run(probe, NOWHERE) == 0) {
                return NEW_USER_NAMESPACE;
            }
        } catch (IOException e) {
            // No unshare program: the same answer.
        }
        throw new StackException("PostgreSQL does not run as root, and this system does not let root make a user"
                + " namespace. Run ./run as an ordinary user, or use a PostgreSQL of your own: --database-url");
    }

    private static boolean isRoot() throws IOException {
        Process id = new ProcessBuilder("id", "-u")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(id.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        Commands.awaitEnd(id);
        return output.strip().equals("0");
    }
}
