package com.spendtracker.auth;

import com.spendtracker.support.test.ApiContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

@WholeServiceTest
class ApiDescriptionTests {
    private static final int MAX_BYTES = 1 << 20;

    private final WebTestClient client;

    ApiDescriptionTests(WebTestClient client) {
        // The description is larger than what the service itself reads.
        this.client = client.mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MAX_BYTES))
                .build();
    }

    @Test
    void descriptionSaysWhatNeedsATokenAndWhatBothFormsOfSignInAre() {
        description()
                .jsonPath("$.paths['/api/v1/users'].post.security")
                .doesNotExist()
                .jsonPath("$.paths['/api/v1/login'].post.operationId")
                .isEqualTo("signIn")
                .jsonPath("$.paths['/api/v1/login'].post.requestBody.content['application/json']")
                .exists()
                .jsonPath("$.paths['/api/v1/login'].post.requestBody.content['application/x-www-form-urlencoded']")
                .exists()
                .jsonPath("$.paths['/api/v1/login'].post.security")
                .doesNotExist()
                .jsonPath("$.paths['/api/v1/users/me'].get.security[0].bearer")
                .exists()
                .jsonPath("$.components.securitySchemes.bearer.scheme")
                .isEqualTo("bearer")
                .jsonPath("$.servers[0].url")
                .isEqualTo("/");
    }

    @Test
    void descriptionIsWhatTheDashboardsTypesAreMadeFrom() throws IOException {
        ApiContract.check(client, "auth");
    }

    private BodyContentSpec description() {
        return client.get().uri("/v3/api-docs").exchange().expectStatus().isOk().expectBody();
    }
}
