package com.spendtracker.localstack;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the little JSON that the launcher has to say; a library for it would cost more than it saves. */
final class Json {

    private Json() {}

    /** Writes an object; values may be texts, numbers, null and further maps. Keys keep their order. */
    static String object(Map<?, ?> members) {
        return members.entrySet().stream()
                .map(member -> text(String.valueOf(member.getKey())) + ":" + value(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> object(map);
            case null -> "null";
            case Number number -> number.toString();
            default -> text(value.toString());
        };
    }

    private static String text(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
