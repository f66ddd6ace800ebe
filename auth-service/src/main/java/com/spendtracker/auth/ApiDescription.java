package com.spendtracker.auth;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI description says of the service as a whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Spend Tracker: accounts",
                        version = "v1",
                        description = "Sign in, and see who is signed in. Every error is an RFC 9457 problem."),
        // Relative, so that it is right on the service's own port and behind the gateway.
        servers = @Server(url = "/"))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The access_token that POST /api/v1/login answers.")
@Configuration(proxyBeanMethods = false)
class ApiDescription {}
