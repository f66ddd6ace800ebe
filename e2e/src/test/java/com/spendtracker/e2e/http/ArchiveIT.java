package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that somebody owns, as one archive. */
@ExtendWith(StackUnderTest.class)
class ArchiveIT {
    @Test
    void exportThenEverythingIsInItAndNothingOfOthers(Stack stack) throws IOException, InterruptedException {
        Api api = new Api(stack.gateway());
        String token = api.tokenOf(DemoUser.JOHN);
        Map<String, String> files = unpacked(download(stack.gateway().resolve("/api/v1/export"), token));
        assertThat(files)
                .containsOnlyKeys(
                        "profile.json",
                        "accounts.jsonl",
                        "categories.jsonl",
                        "rules.jsonl",
                        "imports.jsonl",
                        "import_rows.jsonl",
                        "import_presets.jsonl",
                        "transactions.jsonl",
                        "deleted_transactions.jsonl",
                        "views.jsonl");
        assertThat(files.get("profile.json")).contains(DemoUser.JOHN.username()).doesNotContain("password", "argon2");
        String count = api.getAs(token, "/api/v1/transactions?limit=1").header("X-Total-Count");
        assertThat(files.get("transactions.jsonl")).hasLineCount(Integer.parseInt(count));
        assertThat(files.get("accounts.jsonl")).contains("Everyday checking");
    }

    private static byte[] download(URI address, String token) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Disposition"))
                    .hasValue("attachment; filename=\"spend-tracker.zip\"");
            return response.body();
        }
    }

    private static Map<String, String> unpacked(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
