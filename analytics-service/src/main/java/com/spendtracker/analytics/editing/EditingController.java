package com.spendtracker.analytics.editing;

import com.spendtracker.analytics.transaction.Transaction;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import com.spendtracker.support.security.CurrentUser;
import com.spendtracker.support.web.Origins;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes transactions by hand; entity tags keep two editors from overwriting each other (RFC 9110, 13.1.1). */
@RestController
@RequestMapping("/api/v1/transactions")
@Tag(name = "Transactions")
class EditingController {
    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private final EditingService editing;
    private final Origins origins;

    EditingController(EditingService editing, Origins origins) {
        this.editing = editing;
        this.origins = origins;
    }

    @GetMapping("/{id:\\d{1,18}}")
    @Operation(
            operationId = "getTransaction",
            summary = "One transaction",
            description = "Its ETag is what If-Match asks for when it is changed.")
    Mono<ResponseEntity<Transaction>> get(@AuthenticationPrincipal Jwt token, @PathVariable long id) {
        return editing.getTransaction(CurrentUser.of(token).id(), id).map(EditingController::tagged);
    }

    @PostMapping
    @Operation(operationId = "addTransaction", summary = "Add a transaction")
    @ApiResponse(responseCode = "201", description = "It is added")
    Mono<ResponseEntity<Transaction>> add(@AuthenticationPrincipal Jwt token, @RequestBody TransactionRequest request) {
        return editing.add(CurrentUser.of(token).id(), request.toDraft())
                .map(added -> ResponseEntity.created(URI.create("/api/v1/transactions/" + added.id()))
                        .eTag(tag(added))
                        .body(added));
    }

    @PutMapping("/{id:\\d{1,18}}")
    @Operation(operationId = "replaceTransaction", summary = "Replace a transaction")
    Mono<ResponseEntity<Transaction>> replace(
            @AuthenticationPrincipal Jwt token,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody TransactionRequest request) {
        return editing.replace(CurrentUser.of(token).id(), id, version(match), request.toDraft())
                .map(EditingController::tagged);
    }

    @PatchMapping("/{id:\\d{1,18}}")
    @Operation(
            operationId = "changeTransaction",
            summary = "Change some of a transaction",
            description = "What is left out stays; an empty text removes what was there.")
    Mono<ResponseEntity<Transaction>> change(
            @AuthenticationPrincipal Jwt token,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody TransactionPatch patch) {
        return editing.change(CurrentUser.of(token).id(), id, version(match), patch)
                .map(EditingController::tagged);
    }

    @DeleteMapping("/{id:\\d{1,18}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteTransaction",
            summary = "Delete a transaction and its parts",
            description = "They can be brought back for thirty days.")
    Mono<Void> delete(
            @AuthenticationPrincipal Jwt token,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            ServerWebExchange exchange) {
        return editing.delete(CurrentUser.of(token).id(), id, version(match), origins.of(exchange.getRequest()));
    }

    @PostMapping("/{id:\\d{1,18}}/restore")
    @Operation(operationId = "restoreTransaction", summary = "Bring a deleted transaction back")
    Mono<ResponseEntity<Transaction>> restore(@AuthenticationPrincipal Jwt token, @PathVariable long id) {
        return editing.restore(CurrentUser.of(token).id(), id).map(EditingController::tagged);
    }

    @PostMapping("/bulk")
    @Operation(operationId = "changeTransactions", summary = "Change many transactions alike")
    Mono<Changed> changeMany(@AuthenticationPrincipal Jwt token, @RequestBody BulkChange change) {
        return editing.changeMany(CurrentUser.of(token).id(), change).map(Changed::new);
    }

    @PostMapping("/{id:\\d{1,18}}/split")
    @Operation(
            operationId = "splitTransaction",
            summary = "Split a transaction into parts",
            description = "The first part keeps the id; the parts sum to the whole.")
    Flux<Transaction> split(
            @AuthenticationPrincipal Jwt token,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody SplitRequest request) {
        return editing.split(CurrentUser.of(token).id(), id, version(match), request);
    }

    @DeleteMapping("/{id:\\d{1,18}}/split")
    @Operation(operationId = "joinTransaction", summary = "Make a split transaction whole again")
    Mono<ResponseEntity<Transaction>> join(@AuthenticationPrincipal Jwt token, @PathVariable long id) {
        return editing.join(CurrentUser.of(token).id(), id).map(EditingController::tagged);
    }

    /** The version that a client means to change, null for whatever it is; 428 if it does not say. */
    private static @Nullable Integer version(@Nullable String match) {
        if (match == null) {
            throw ProblemException.of(
                    ProblemType.VERSION_REQUIRED, "Send If-Match with the ETag that you have read, or * for any.");
        }
        if (match.strip().equals(ANY)) {
            return null;
        }
        var tag = TAG.matcher(match.strip());
        if (!tag.matches()) {
            throw ProblemException.invalid("If-Match", "must be an ETag of this transaction, or *");
        }
        return Integer.valueOf(tag.group(1));
    }

    private static ResponseEntity<Transaction> tagged(Transaction found) {
        return ResponseEntity.ok().eTag(tag(found)).body(found);
    }

    private static String tag(Transaction found) {
        return "\"" + found.version() + "\"";
    }

    /** How many transactions were changed. */
    @Schema(name = "TransactionsChanged")
    record Changed(long changed) {}
}
