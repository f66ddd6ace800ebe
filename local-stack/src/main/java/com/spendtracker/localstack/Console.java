package com.spendtracker.localstack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

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

    // The checker believes that System.console() is never null since JDK 22; without a terminal it is, on JDK 25.
    @SuppressWarnings("SystemConsoleNull")
    static Console ofSystem() {
        java.io.Console console = System.console();
        return new Console(System.out, console != null && console.isTerminal());
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

    /** Takes the last status line off the terminal, before something else writes there. */
    synchronized void clearStatus() {
        if (statusShown) {
            out.print(ERASE_LINE);
            out.flush();
            statusShown = false;
        }
    }
}
