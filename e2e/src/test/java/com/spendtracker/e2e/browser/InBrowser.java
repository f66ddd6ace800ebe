package com.spendtracker.e2e.browser;

import com.microsoft.playwright.Browser;
import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test windows of its own on the stack, and fails the test if the page complained about anything; a failed
 * test leaves a picture of the page in target/screenshots.
 */
final class InBrowser implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(InBrowser.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Window.class;
    }

    @Override
    public Window resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Shown shown = parameter.findAnnotation(Shown.class).orElse(null);
        Window window = new Window(chromium(test), StackUnderTest.of(test), options(StackUnderTest.of(test), shown));
        windows(test).add(window);
        return window;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        List<Window> windows = windows(test);
        boolean failed = test.getExecutionException().isPresent();
        try {
            for (int i = 0; i < windows.size(); i++) {
                if (failed) {
                    windows.get(i).takePicture(Path.of("target", "screenshots", nameOf(test) + (i + 1) + ".png"));
                } else {
                    windows.get(i).assertNoComplaints();
                }
            }
        } finally {
            windows.forEach(Window::close);
        }
    }

    /** The windows that this test was given. */
    private static List<Window> windows(ExtensionContext test) {
        return test.getStore(NAMESPACE).computeIfAbsent(Windows.class, _ -> new Windows(), Windows.class).all;
    }

    private record Windows(List<Window> all) {
        Windows() {
            this(new ArrayList<>());
        }
    }

    private static Browser.NewContextOptions options(Stack stack, @Nullable Shown shown) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(stack.gateway().toString())
                .setLocale(shown == null ? "en-US" : shown.locale())
                .setTimezoneId("UTC")
                .setViewportSize(shown == null ? Shown.WIDE : shown.width(), Shown.HEIGHT);
        return shown == null ? options : options.setColorScheme(shown.colors());
    }

    private static Chromium chromium(ExtensionContext test) {
        OneBrowser browser = test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(OneBrowser.class, _ -> OneBrowser.launch(), OneBrowser.class);
        if (browser.chromium == null) {
            throw Objects.requireNonNull(browser.failure);
        }
        return browser.chromium;
    }

    private static String nameOf(ExtensionContext test) {
        String name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName();
        return Objects.requireNonNull(name).replaceAll("[^A-Za-z0-9.]+", "-");
    }

    /** The browser, or why it did not start: it is tried once, not before each test. */
    private record OneBrowser(
            @Nullable Chromium chromium, @Nullable RuntimeException failure) implements AutoCloseable {
        static OneBrowser launch() {
            try {
                return new OneBrowser(new Chromium(), null);
            } catch (RuntimeException e) {
                return new OneBrowser(null, e);
            }
        }

        @Override
        public void close() {
            if (chromium != null) {
                chromium.close();
            }
        }
    }
}
