package com.spendtracker.localstack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/** What a person sees: one short line for each part that is ready; on a terminal also what is still awaited. */
final class Console {

    private static final String ERASE_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final boolean terminal;
    private boolean statusShown;

    Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static Console ofSystem() {
        return new Console(System.out, Objects.requireNonNull(System.console()).isTerminal());
    }

    synchronized void line(String text) {
        clearStatus();
        out.println(text);
        out.flush();
    }

    void done(String part, Duration time) {
        line(String.format(Locale.ROOT, "  %-20s ready %6.1f s", part, time.toMillis() / 1000.0));
    }

    /** Replaces the last line on a terminal; says nothing elsewhere, where lines cannot be taken back. */
    synchronized void status(String text) {
        if (terminal) {
            clearStatus();
            out.print("  " + text);
            out.flush();
            statusShown = true;
        }
    }

    private void clearStatus() {
        if (statusShown) {
            out.print(ERASE_LINE);
            statusShown = false;
        }
    }
}
