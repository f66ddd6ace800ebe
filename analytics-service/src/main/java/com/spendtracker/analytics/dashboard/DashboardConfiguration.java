package com.spendtracker.analytics.dashboard;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes what annotations can't: objects that may be null. */
@Configuration(proxyBeanMethods = false)
class DashboardConfiguration {

    @Bean
    OpenApiCustomizer partsOfADashboardMayBeMissing() {
        return document -> {
            Schema<?> dashboard =
                    Objects.requireNonNull(document.getComponents().getSchemas().get("Dashboard"));
            Map.of("largest", "LargestTransaction", "before", "DashboardBefore")
                    .forEach((property, type) -> dashboard.addProperty(property, orNull(type)));
        };
    }

    private static Schema<?> orNull(String type) {
        return new JsonSchema()
                .addAnyOfItem(new JsonSchema().$ref(type))
                .addAnyOfItem(new JsonSchema().types(Set.of("null")));
    }
}
