package com.spendtracker.support.problem;

import com.spendtracker.support.problem.Problem.InvalidField;
import io.netty.handler.timeout.ReadTimeoutException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;

/** Decides what a caller is told about an error: never a class name, a stack trace or SQL. */
final class ProblemMapper {
    private static final String CHALLENGE = "Bearer";
    private static final Set<String> LOST_DATABASE = Set.of(
            "org.springframework.dao.DataAccessResourceFailureException",
            "org.springframework.dao.TransientDataAccessException");
    private static final String INVALID_TOKEN_CHALLENGE = "Bearer error=\"invalid_token\"";

    private ProblemMapper() {}

    /** An error as kind, words, fields at fault and response headers. */
    record Mapped(ProblemType type, int status, String detail, List<InvalidField> errors, HttpHeaders headers) {
        static Mapped of(ProblemType type, String detail) {
            return of(type, detail, List.of());
        }

        static Mapped of(ProblemType type, String detail, List<InvalidField> errors) {
            return new Mapped(type, type.status().value(), detail, errors, new HttpHeaders());
        }

        Mapped withHeader(String name, String value) {
            HttpHeaders more = new HttpHeaders(headers);
            more.set(name, value);
            return new Mapped(type, status, detail, errors, more);
        }
    }

    static Mapped map(Throwable error) {
        return switch (error) {
            case ProblemException problem -> problem(problem);
            case WebExchangeBindException binding -> invalid(invalidFields(binding));
            case MissingRequestValueException missing ->
                invalid(List.of(new InvalidField(missing.getName(), "is required")));
            case ServerWebInputException input -> invalidInput(input);
            case InvalidBearerTokenException _ ->
                Mapped.of(
                                ProblemType.UNAUTHENTICATED,
                                "The access token is not valid, or no longer valid. Sign in again.")
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, INVALID_TOKEN_CHALLENGE);
            case AuthenticationServiceException _ -> unavailable();
            case AuthenticationException _ ->
                Mapped.of(ProblemType.UNAUTHENTICATED, "This needs an access token: Authorization: Bearer …")
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            case AccessDeniedException _ -> Mapped.of(ProblemType.FORBIDDEN, "Your access token does not allow this.");
            case DataBufferLimitException _ -> Mapped.of(ProblemType.TOO_LARGE, detail(ProblemType.TOO_LARGE));
            case DecodingException _ -> Mapped.of(ProblemType.INVALID_INPUT, "The body can't be read.");
            case ReadTimeoutException _ ->
                Mapped.of(ProblemType.REQUEST_TIMEOUT, "The rest of the body was not sent in time.");
            case ErrorResponse response -> status(response);
            default -> unexpected(error);
        };
    }

    private static Mapped problem(ProblemException problem) {
        Mapped mapped = Mapped.of(problem.type(), problem.detail(), problem.errors());
        mapped.headers().addAll(problem.headers());
        return mapped;
    }

    private static Mapped invalid(List<InvalidField> errors) {
        return Mapped.of(ProblemType.INVALID_INPUT, ProblemException.describe(errors), errors);
    }

    private static List<InvalidField> invalidFields(WebExchangeBindException binding) {
        return binding.getFieldErrors().stream()
                .map(error -> new InvalidField(error.getField(), message(error)))
                .toList();
    }

    private static String message(FieldError error) {
        if (error.isBindingFailure()) {
            return error.contains(TypeMismatchException.class)
                    ? mustBe(error.unwrap(TypeMismatchException.class).getRequiredType())
                    : "is not valid";
        }
        String message = error.getDefaultMessage();
        return message == null ? "is not valid" : message;
    }

    private static String mustBe(@Nullable Class<?> type) {
        if (type == LocalDate.class) {
            return "must be a date as YYYY-MM-DD";
        }
        return type == Integer.class || type == Long.class || type == int.class || type == long.class
                ? "must be a whole number"
                : "is not valid";
    }

    private static Mapped invalidInput(ServerWebInputException input) {
        if (hasCause(input, DataBufferLimitException.class)) {
            return Mapped.of(ProblemType.TOO_LARGE, detail(ProblemType.TOO_LARGE));
        }
        if (input.getCause() instanceof TypeMismatchException mismatch && input.getMethodParameter() != null) {
            String name = input.getMethodParameter().getParameterName();
            if (name != null) {
                return invalid(List.of(new InvalidField(name, mustBe(mismatch.getRequiredType()))));
            }
        }
        return Mapped.of(ProblemType.INVALID_INPUT, "The request can't be read: check its parameters and its body.");
    }

    private static Mapped status(ErrorResponse response) {
        int status = response.getStatusCode().value();
        ProblemType type = ProblemType.of(status);
        Mapped mapped = new Mapped(type, status, detail(type), List.of(), new HttpHeaders());
        mapped.headers().addAll(response.getHeaders());
        return mapped;
    }

    private static String detail(ProblemType type) {
        return switch (type) {
            case NOT_FOUND -> "Check the address.";
            case METHOD_NOT_ALLOWED -> "The Allow header lists the methods that are.";
            case UNSUPPORTED_MEDIA_TYPE -> "The Accept header of this answer lists the types that are.";
            case TOO_LARGE -> "The body is larger than this endpoint accepts.";
            case UNAVAILABLE -> "Try again in a moment.";
            case TIMEOUT -> "Try again in a moment.";
            default -> type.title() + ".";
        };
    }

    private static Mapped unexpected(Throwable error) {
        if (hasCause(error, ConnectException.class)
                || hasCause(error, ClosedChannelException.class)
                || hasCause(error, TimeoutException.class)
                || isLostDatabase(error)) {
            return unavailable();
        }
        return Mapped.of(ProblemType.INTERNAL, "The error has been logged. Give the request id when you report it.");
    }

    // By name, as the gateway has no such classes: the connection broke, or the server ended it.
    private static boolean isLostDatabase(Throwable error) {
        for (@Nullable Class<?> type = error.getClass(); type != null; type = type.getSuperclass()) {
            if (LOST_DATABASE.contains(type.getName())) {
                return true;
            }
        }
        return false;
    }

    private static Mapped unavailable() {
        return Mapped.of(ProblemType.UNAVAILABLE, detail(ProblemType.UNAVAILABLE))
                .withHeader(HttpHeaders.RETRY_AFTER, "2");
    }

    private static boolean hasCause(Throwable error, Class<? extends Throwable> type) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
