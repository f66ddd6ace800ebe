package com.spendtracker.support.problem;

import org.springframework.http.HttpStatus;

/** The kinds of problem that callers can tell apart, each with its stable identifier. */
public enum ProblemType {
    INVALID_INPUT("invalid-input", HttpStatus.BAD_REQUEST, "The request has a mistake"),
    UNAUTHENTICATED("unauthenticated", HttpStatus.UNAUTHORIZED, "Sign in to continue"),
    BAD_CREDENTIALS("bad-credentials", HttpStatus.UNAUTHORIZED, "Wrong username or password"),
    SECOND_FACTOR_REQUIRED("second-factor-required", HttpStatus.UNAUTHORIZED, "Signing in takes a code as well"),
    WRONG_CODE("wrong-code", HttpStatus.UNAUTHORIZED, "This code does not count"),
    PASSKEY_REFUSED("passkey-refused", HttpStatus.UNAUTHORIZED, "This passkey does not count"),
    FORBIDDEN("forbidden", HttpStatus.FORBIDDEN, "You may not do this"),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "There is nothing here"),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "This method is not supported here"),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE, "No representation that the client accepts"),
    REQUEST_TIMEOUT("request-timeout", HttpStatus.REQUEST_TIMEOUT, "The request did not come to its end"),
    CONFLICT("conflict", HttpStatus.CONFLICT, "This does not fit what is there already"),
    CHANGED("changed", HttpStatus.PRECONDITION_FAILED, "Somebody else has changed this meanwhile"),
    VERSION_REQUIRED("version-required", HttpStatus.PRECONDITION_REQUIRED, "Say which version you mean to change"),
    TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "This content type is not supported"),
    UNREADABLE_FILE("unreadable-file", HttpStatus.UNPROCESSABLE_CONTENT, "This file can't be imported"),
    UNDECIDED("undecided", HttpStatus.UNPROCESSABLE_CONTENT, "This file can be understood in more than one way"),
    REJECTED_ROWS("rejected-rows", HttpStatus.UNPROCESSABLE_CONTENT, "Some rows of this file can't be stored"),
    TOO_MANY_REQUESTS("too-many-requests", HttpStatus.TOO_MANY_REQUESTS, "Too much at once"),
    INTERNAL("internal", HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side"),
    BAD_GATEWAY("bad-gateway", HttpStatus.BAD_GATEWAY, "A service answered with an error"),
    UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE, "A part of the system is not available right now"),
    TIMEOUT("timeout", HttpStatus.GATEWAY_TIMEOUT, "A part of the system took too long to answer"),
    OTHER("other", HttpStatus.INTERNAL_SERVER_ERROR, "The request could not be served");

    private static final String PREFIX = "urn:spend-tracker:problem:";

    private final String id;
    private final HttpStatus status;
    private final String title;

    ProblemType(String id, HttpStatus status, String title) {
        this.id = PREFIX + id;
        this.status = status;
        this.title = title;
    }

    /** The kind that a bare HTTP status stands for. */
    static ProblemType of(int status) {
        for (ProblemType type : values()) {
            if (type.status.value() == status && type != OTHER) {
                return type;
            }
        }
        return OTHER;
    }

    String id() {
        return id;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }
}
