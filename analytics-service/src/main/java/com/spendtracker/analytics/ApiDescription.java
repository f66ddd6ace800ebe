package com.spendtracker.analytics;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.spendtracker.analytics.transaction.Merchants;
import com.spendtracker.support.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The frame of the OpenAPI document; the controllers fill it. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String SCHEME = "accessToken";

    static {
        // One parameter, not one for each of its fields.
        SpringDocUtils.getConfig().addSimpleTypesForParameterObject(Merchants.class);
    }

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

    /** Names properties as the answers do; swagger-core has a mapper of its own that does not know the service's. */
    @Bean
    ModelResolver modelResolver() {
        ModelResolver resolver = new ModelResolver(
                Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
        resolver.openapi31(true);
        return resolver;
    }

    /** Every key of an answer is always there; some values may be null, which their types say. Of what is sent, parts may be left out. */
    @Bean
    OpenApiCustomizer everyPropertyIsRequired() {
        return document -> AnswerSchemas.of(document).stream()
                .filter(schema -> schema.getProperties() != null)
                .forEach(ApiDescription::requireAll);
    }

    private static void requireAll(Schema<?> schema) {
        schema.setRequired(List.copyOf(schema.getProperties().keySet()));
    }

    /** What every operation may answer besides what it is for. */
    @Bean
    OpenApiCustomizer problemsAreDescribed() {
        return document -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(document.getComponents()::addSchemas);
            document.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .map(Operation::getResponses)
                    .forEach(ApiDescription::addProblems);
        };
    }

    private static void addProblems(ApiResponses responses) {
        responses.addApiResponse("400", problem("A parameter is wrong; `errors` names it"));
        responses.addApiResponse("401", problem("No access token, or not a valid one"));
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref("Problem"))));
    }
}
