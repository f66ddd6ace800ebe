package com.spendtracker.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The machine's own Chromium, one process for all tests; nothing is ever downloaded. */
final class Chromium implements AutoCloseable {
    /** First the one that draws no window that nobody sees: with it, the tests take half as long. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final List<Path> USUAL_PLACES = Stream.of(
                    "/usr/bin/chromium",
                    "/snap/bin/chromium",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
            .map(Path::of)
            .toList();
    private static final List<String> ARGUMENTS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        Path executable = find();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // Without its sandbox, as it can't have one as root or in most containers; it only sees our own pages.
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setChromiumSandbox(false)
                        .setArgs(ARGUMENTS));
    }

    /** A window of its own: no cookies, storage or cache of other tests. */
    BrowserContext newContext(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path find() {
        String named = System.getProperty("e2e.chromium", System.getenv().getOrDefault("E2E_CHROMIUM", ""));
        if (!named.isBlank()) {
            return required(Path.of(named));
        }
        return Stream.concat(onPath(), USUAL_PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> missing("There is no Chromium on the PATH or in the usual places."));
    }

    private static Path required(Path executable) {
        if (!Files.isExecutable(executable)) {
            throw missing("There is no Chromium at " + executable + ".");
        }
        return executable;
    }

    private static Stream<Path> onPath() {
        List<String> directories = Stream.of(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1))
                .filter(directory -> !directory.isBlank())
                .toList();
        return NAMES.stream().flatMap(name -> directories.stream().map(directory -> Path.of(directory, name)));
    }

    private static IllegalStateException missing(String what) {
        return new IllegalStateException(what + " The browser tests need one. Debian: sudo apt-get install chromium;"
                + " Ubuntu: sudo snap install chromium; macOS: brew install --cask chromium;"
                + " or say where it is with -De2e.chromium=PATH or E2E_CHROMIUM.");
    }
}
