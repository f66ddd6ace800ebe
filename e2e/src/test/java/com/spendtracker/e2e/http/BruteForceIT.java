package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody guesses a password through the gateway. */
@ExtendWith(StackUnderTest.class)
class BruteForceIT {
    private static final int GUESSES = 100;
    private static final String PASSWORD = "seven quiet rivers";

    private final Api owner;
    private final Api stranger;

    BruteForceIT(Stack stack) throws UnknownHostException {
        this.owner = new Api(stack.gateway());
        this.stranger = new Api(
                stack.gateway(),
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .localAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}))
                        .build());
    }

    @Test
    @DisabledIfSystemProperty(
            named = "e2e.base-url",
            matches = ".+",
            disabledReason = "All who ask for the port of a container may have one address")
    void hundredWrongPasswordsAtOnceThenFewAreLookedAtAndTheOwnerGetsIn() throws Exception {
        String username = UUID.randomUUID() + "@example.com";
        owner.post("/api/v1/users", Api.JSON, "{\"username\":\"" + username + "\",\"password\":\"" + PASSWORD + "\"}");
        assertThat(owner.signIn(username, PASSWORD).status()).isEqualTo(200);

        List<Answer> answers = guess(username);

        assertThat(answers).extracting(Answer::status).containsOnly(401, 429);
        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSizeBetween(1, 10);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).allSatisfy(answer -> {
            Problems.assertProblem(answer, 429);
            assertThat(answer.header("Retry-After")).matches("[1-9]\\d*");
        });
        assertThat(owner.signIn(username, PASSWORD).status()).isEqualTo(200);
    }

    /** Each guess says that it comes from somewhere else, in other letters. */
    private List<Answer> guess(String username) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(GUESSES)) {
            List<Future<Answer>> guesses = IntStream.range(0, GUESSES)
                    .mapToObj(i -> threads.submit(() -> stranger.post(
                            Api.LOGIN,
                            Api.FORM,
                            "username=" + Api.encode(inOtherLetters(username, i)) + "&password=guess" + i,
                            "X-Forwarded-For",
                            "198.51.100." + i,
                            "X-Real-IP",
                            "198.51.100." + i)))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> guess : guesses) {
                answers.add(guess.get());
            }
            return answers;
        }
    }

    private static String inOtherLetters(String username, int i) {
        int upper = i % username.length();
        return username.substring(0, upper).toUpperCase(Locale.ROOT) + username.substring(upper);
    }
}
