package com.spendtracker.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The one directory that everything of a stack lives in, held by at most one launcher at a time. */
final class DataDirectory {

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Makes the directory if need be and takes it for this process until it ends, however it ends.
     *
     * @throws StackException if another launcher holds it
     */
    static DataDirectory take(Path root) throws IOException {
        Files.createDirectories(root.resolve("logs"));
        Files.createDirectories(root.resolve("apps"));
        Path real = root.toRealPath();
        Path lock = real.resolve("run.lock");
        FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock();
        if (held == null) {
            channel.close();
            throw new StackException("Spend Tracker already runs with the data in " + real + " (pid "
                    + Files.readString(lock, StandardCharsets.US_ASCII).strip()
                    + "). Stop it with Ctrl-C there, or use other data: ./run --data DIR --port PORT");
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
        return new DataDirectory(real, channel);
    }

    void release() throws IOException {
        lockFile.close();
    }

    Path root() {
        return root;
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path apps() {
        return root.resolve("apps");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path register() {
        return root.resolve("run.processes");
    }

    /** A fresh log file; the one of the previous start is kept beside it. */
    Path freshLog(String name) throws IOException {
        Path log = logs().resolve(name + ".log");
        if (Files.exists(log)) {
            Files.move(log, logs().resolve(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.createFile(log);
    }
}
