package com.spendtracker.support.problem;

import com.spendtracker.support.problem.Problem.InvalidField;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** An error whose kind and words are meant for the caller. */
@SuppressWarnings("serial") // never serialised: it ends as a Problem
public final class ProblemException extends RuntimeException {
    private final ProblemType type;
    private final String detail;
    private final List<InvalidField> errors;
    private final HttpHeaders headers;

    private ProblemException(ProblemType type, String detail, List<InvalidField> errors, HttpHeaders headers) {
        super(detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.headers = headers;
    }

    /** A problem of this kind with its detail. */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), new HttpHeaders());
    }

    /** Input that can't be used: 400, naming the field and what was wrong with it. */
    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new InvalidField(field, message)));
    }

    /** Input that can't be used in several fields: 400, naming each. */
    public static ProblemException invalid(List<InvalidField> errors) {
        return new ProblemException(ProblemType.INVALID_INPUT, describe(errors), errors, new HttpHeaders());
    }

    /** Input that does not fit what is there already: 409, naming the field and what was wrong with it. */
    public static ProblemException conflict(String field, String message) {
        List<InvalidField> errors = List.of(new InvalidField(field, message));
        return new ProblemException(ProblemType.CONFLICT, describe(errors), errors, new HttpHeaders());
    }

    /** The same problem, answered with one more response header. */
    public ProblemException withHeader(String name, String value) {
        HttpHeaders more = new HttpHeaders(headers);
        more.add(name, value);
        return new ProblemException(type, detail, errors, more);
    }

    static String describe(List<InvalidField> errors) {
        return String.join(
                "; ",
                errors.stream()
                        .map(error -> error.field() + " " + error.message())
                        .toList());
    }

    ProblemType type() {
        return type;
    }

    String detail() {
        return detail;
    }

    List<InvalidField> errors() {
        return errors;
    }

    HttpHeaders headers() {
        return headers;
    }
}
