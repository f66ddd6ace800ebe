package com.spendtracker.analytics;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The frame of the OpenAPI document; the controllers fill it. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String SCHEME = "accessToken";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Spend Tracker: analytics")
                                .version("1")
                                .description(
                                        "A user's transactions and what they add up to. Amounts are exact decimal numbers; "
                                                + "date ranges include both ends; only transactions of kind `spending` count as spend, "
                                                + "and a refund is spending with a negative amount. Errors are `application/problem+json`."))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }
}
