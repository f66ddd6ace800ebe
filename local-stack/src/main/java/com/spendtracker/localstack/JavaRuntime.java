package com.spendtracker.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs the launcher and so its children, with the flags that keep them small. */
final class JavaRuntime {

    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            // The quick compiler alone halves the processor time of a start, and one household's load does not miss
            // the slow one.
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=32m",
            // Gives back to the system what the start took and the rest does not need.
            "-XX:TrimNativeHeapInterval=30000",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xss512k");

    private final Path java;

    private JavaRuntime(Path java) {
        this.java = java;
    }

    static JavaRuntime current() {
        return new JavaRuntime(Path.of(System.getProperty("java.home", ""), "bin", "java"));
    }

    /** The start of a command line of a long-lived program. */
    List<String> command(int heapMegabytes) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(FLAGS);
        command.add("-Xms32m");
        command.add("-Xmx" + heapMegabytes + "m");
        return command;
    }

    /** Changes whenever a cache made by one Java could be wrong for another. */
    String version() {
        return System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version") + " " + java;
    }
}
