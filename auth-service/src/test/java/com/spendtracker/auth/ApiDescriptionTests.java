package com.spendtracker.auth;

import com.spendtracker.support.test.ApiContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

@WholeServiceTest
class ApiDescriptionTests {
    private final WebTestClient client;

    ApiDescriptionTests(WebTestClient client) {
        this.client = client;
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
