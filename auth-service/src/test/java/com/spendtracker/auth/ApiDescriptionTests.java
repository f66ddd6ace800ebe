package com.spendtracker.auth;

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
    void descriptionHasBothEndpointsAndNoOther() {
        description()
                .jsonPath("$.paths.length()")
                .isEqualTo(2)
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
    void descriptionNamesFieldsAsTheAnswersDo() {
        description()
                .jsonPath("$.components.schemas.TokenResponse.properties.access_token")
                .exists()
                .jsonPath("$.components.schemas.TokenResponse.properties.token_type")
                .exists()
                .jsonPath("$.components.schemas.User.properties.full_name")
                .exists()
                .jsonPath("$.components.schemas.User.properties.created_at")
                .exists()
                .jsonPath("$.components.schemas.User.properties.length()")
                .isEqualTo(7)
                .jsonPath("$.components.schemas.Problem.properties.request_id")
                .exists();
    }

    private BodyContentSpec description() {
        return client.get().uri("/v3/api-docs").exchange().expectStatus().isOk().expectBody();
    }
}
