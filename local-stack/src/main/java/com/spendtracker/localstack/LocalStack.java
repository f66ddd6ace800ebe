package com.spendtracker.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The program behind {@code ./run}. */
final class LocalStack {

    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;
    private static final Duration TAKEOVER_PATIENCE = Duration.ofSeconds(10);

    private final Console console;

    private LocalStack(Console console) {
        this.console = console;
    }

    /** Runs the stack until it is stopped; ends with 0 after help, 1 after a failure, 2 for a bad command line. */
    public static void main(String[] words) {
        System.exit(new LocalStack(Console.ofSystem()).run(List.of(words)));
    }

    private int run(List<String> words) {
        try {
            Options options = Options.parse(words, System.getenv());
            if (options.help()) {
                console.line(usage());
                return 0;
            }
            runStack(options);
            return 0;
        } catch (UsageException e) {
            complain(e.getMessage() + "\nTry: ./run --help");
            return BAD_USAGE;
        } catch (StackException e) {
            complain(String.valueOf(e.getMessage()));
            return FAILED;
        } catch (IOException e) {
            complain(e.toString());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private void complain(String message) {
        console.clearStatus();
        System.err.println(message);
    }

    private void runStack(Options options) throws IOException, InterruptedException {
        Path home = home();
        Path wanted = options.data();
        DataDirectory data = DataDirectory.take(wanted == null ? home.resolve(".data") : wanted);
        Path readyFile = options.readyFile();
        if (readyFile != null) {
            Files.deleteIfExists(readyFile);
        }
        int leftOver = Takeover.endLeftOver(new ProcessRegister(data.register()), TAKEOVER_PATIENCE);
        if (leftOver > 0) {
            console.line("Ended " + leftOver + " processes that an earlier start had left behind.");
        }
        Ports ports = new Ports(notice -> console.line("  " + notice));
        int publicPort = ports.takePublic(options.port());
        console.line("Spend Tracker is starting.");
        Stack stack = new Stack(options, home, data, console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            console.line("Stopping …");
            stack.stop();
            console.line("Stopped.");
        }));
        stack.start(ports, publicPort);
        stack.awaitFailure();
    }

    /** The repository: this jar is in its local-stack/target. Tests put stand-ins for the services elsewhere. */
    private static Path home() {
        String told = System.getProperty("spend-tracker.home");
        if (told != null) {
            return Path.of(told);
        }
        try {
            Path jar = Path.of(LocalStack.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path target = jar.toAbsolutePath().getParent();
            Path module = target == null ? null : target.getParent();
            Path root = module == null ? null : module.getParent();
            if (root == null) {
                throw new StackException(jar + " is not in the target directory of its module");
            }
            return root;
        } catch (URISyntaxException e) {
            throw new StackException("cannot tell where the program is", e);
        }
    }

    private static String usage() throws IOException {
        try (InputStream text = LocalStack.class.getResourceAsStream("usage.txt")) {
            return text == null ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }
}
