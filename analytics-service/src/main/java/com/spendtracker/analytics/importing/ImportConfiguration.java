package com.spendtracker.analytics.importing;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.spendtracker.bankfiles.csv.CsvMapping;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of this feature, and describes what annotations can't. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportProperties.class)
class ImportConfiguration {

    /** Only CSV files have a mapping, and few have all columns. The reader of files knows no annotations for an API. */
    @Bean
    OpenApiCustomizer mappingsMayBeMissing() {
        return document -> {
            properties(document, "ImportReport")
                    .put(
                            "mapping",
                            new JsonSchema()
                                    .addAnyOfItem(new JsonSchema().$ref("CsvMapping"))
                                    .addAnyOfItem(new JsonSchema().types(Set.of("null"))));
            Map<String, Schema<?>> columns = properties(document, "Columns");
            optionalColumns()
                    .forEach(name ->
                            Objects.requireNonNull(columns.get(name), name).addType("null"));
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // The library's types are raw.
    private static Map<String, Schema<?>> properties(OpenAPI document, String name) {
        Schema<?> schema =
                Objects.requireNonNull(document.getComponents().getSchemas().get(name), name);
        return (Map) schema.getProperties();
    }

    private static Stream<String> optionalColumns() {
        return Stream.of(CsvMapping.Columns.class.getRecordComponents())
                .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .map(new SnakeCaseStrategy()::translate);
    }
}
