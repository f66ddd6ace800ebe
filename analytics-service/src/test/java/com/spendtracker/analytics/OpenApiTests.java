package com.spendtracker.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.spendtracker.support.test.ApiContract;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@AnalyticsTest
class OpenApiTests {
    @Test
    void descriptionThenTheDashboardsTypesAreMadeFromIt(@Autowired WebTestClient client) throws IOException {
        ApiContract.check(client, "analytics");
    }

    @Test
    void descriptionWhenARequiredPartOfAnAnswerMayBeNullThenItsTypeSaysSo(@Autowired WebTestClient client) {
        JsonNode document = document(client);
        JsonNode schemas = document.required("components").required("schemas");
        Set<String> answers = answers(document, schemas);
        List<String> silent = records()
                .filter(type -> answers.contains(type.getSimpleName()))
                .flatMap(type -> silent(type, schemas.required(type.getSimpleName())))
                .toList();
        assertThat(answers).contains("ImportReport", "Columns", "Rule");
        assertThat(silent).isEmpty();
    }

    private static JsonNode document(WebTestClient client) {
        return Objects.requireNonNull(client.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    /** The names of the schemas that responses refer to, directly or not. */
    private static Set<String> answers(JsonNode document, JsonNode schemas) {
        Set<String> names = new LinkedHashSet<>();
        Queue<JsonNode> open = new ArrayDeque<>(document.required("paths").findValues("responses"));
        while (!open.isEmpty()) {
            open.remove().findValuesAsString("$ref").stream()
                    .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                    .filter(names::add)
                    .forEach(name -> open.add(schemas.required(name)));
        }
        return names;
    }

    private static Stream<Class<?>> records() {
        return new ClassFileImporter()
                .importPackages("com.spendtracker").stream()
                        .filter(JavaClass::isRecord)
                        .map(JavaClass::reflect);
    }

    /** The components of a record that may be null, of which the schema says neither that nor that they are left out. */
    private static Stream<String> silent(Class<?> type, JsonNode schema) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .filter(component -> !allowsNull(schema, component))
                .map(component -> type.getSimpleName() + "." + component.getName());
    }

    private static boolean allowsNull(JsonNode schema, RecordComponent component) {
        String name = new SnakeCaseStrategy().translate(component.getName());
        boolean isLeftOut = schema.path("required").valueStream().noneMatch(key -> name.equals(key.asString()));
        return isLeftOut
                || schema.required("properties").required(name).findValues("type").stream()
                        .anyMatch(type -> type.toString().contains("\"null\""));
    }
}
