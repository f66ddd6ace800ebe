package com.spendtracker.analytics;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the schemas of a document that answers are made of, as opposed to what is only ever sent. */
final class AnswerSchemas {
    private final Map<String, Schema<?>> all;
    private final Set<String> found = new HashSet<>();

    @SuppressWarnings({"unchecked", "rawtypes"}) // The library's types are raw.
    private AnswerSchemas(OpenAPI document) {
        all = (Map) document.getComponents().getSchemas();
    }

    static Collection<Schema<?>> of(OpenAPI document) {
        AnswerSchemas schemas = new AnswerSchemas(document);
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> operation.getResponses().values().stream())
                .flatMap(response -> contentTypes(response.getContent()))
                .forEach(schemas::visit);
        return schemas.found.stream().<Schema<?>>map(schemas.all::get).toList();
    }

    private static Stream<@Nullable Schema<?>> contentTypes(@Nullable Content content) {
        return content == null ? Stream.of() : content.values().stream().map(type -> type.getSchema());
    }

    private void visit(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        visitNamed(schema.get$ref());
        visit(schema.getItems());
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(this::visit);
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            visit(values);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::visit);
        }
    }

    private void visitNamed(@Nullable String reference) {
        String name = reference == null ? "" : reference.substring(reference.lastIndexOf('/') + 1);
        if (all.containsKey(name) && found.add(name)) {
            visit(all.get(name));
        }
    }
}
