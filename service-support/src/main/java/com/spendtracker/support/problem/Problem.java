package com.spendtracker.support.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as its caller reads it (RFC 9457, {@code application/problem+json}).
 *
 * @param type a stable identifier of the kind of problem, the same in every release
 * @param title what went wrong, in words for a person
 * @param status the HTTP status, as in the status line
 * @param detail what was wrong this time, and what would be right
 * @param instance the path that was asked for
 * @param requestId identifies the request in the services' logs
 * @param errors the fields at fault, empty where no single field is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @JsonProperty("request_id") @Nullable String requestId,
        List<InvalidField> errors) {

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A field of the input and what was wrong with it. */
    public record InvalidField(String field, String message) {}
}
