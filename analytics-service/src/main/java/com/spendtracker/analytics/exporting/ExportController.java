package com.spendtracker.analytics.exporting;

import com.spendtracker.analytics.audit.DataEvent;
import com.spendtracker.analytics.audit.DataEventRepository;
import com.spendtracker.analytics.transaction.SelectTransactions;
import com.spendtracker.analytics.transaction.Transaction;
import com.spendtracker.analytics.transaction.TransactionFilter;
import com.spendtracker.analytics.transaction.TransactionQuery;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.security.CurrentUser;
import com.spendtracker.support.web.Origins;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Hands out transactions as a file, as fast as it is taken. */
@RestController
@Tag(name = "Transactions")
class ExportController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int ROWS_AT_ONCE = 500;

    private final SelectTransactions transactions;
    private final DataEventRepository events;
    private final Origins origins;
    private final JsonMapper json;

    ExportController(SelectTransactions transactions, DataEventRepository events, Origins origins, JsonMapper json) {
        this.transactions = transactions;
        this.events = events;
        this.origins = origins;
        this.json = json;
    }

    @GetMapping("/api/v1/transactions/export")
    @Operation(
            operationId = "exportTransactions",
            summary = "Transactions as a file, oldest first",
            description = "As CSV with amounts signed as banks do, which can be imported again; or as JSON lines.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(
                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                        schema = @Schema(implementation = Transaction.class))
            })
    Mono<ResponseEntity<Flux<String>>> export(
            @AuthenticationPrincipal Jwt token,
            @ParameterObject TransactionQuery query,
            @RequestParam(defaultValue = "csv") @Schema(allowableValues = {"csv", "jsonl"}) String format,
            ServerWebExchange exchange) {
        TransactionFilter filter = query.filterFor(CurrentUser.of(token));
        ResponseEntity<Flux<String>> file = file(filter, format);
        return events.insert(
                        CurrentUser.of(token).id(), DataEvent.TRANSACTIONS_EXPORTED, origins.of(exchange.getRequest()))
                .thenReturn(file);
    }

    private ResponseEntity<Flux<String>> file(TransactionFilter filter, String format) {
        return switch (format) {
            case "csv" ->
                file("transactions.csv", CSV)
                        .body(Flux.concat(
                                Flux.just(CsvText.HEADER),
                                transactions.all(filter).buffer(ROWS_AT_ONCE).map(CsvText::rows)));
            case "jsonl" ->
                file("transactions.jsonl", MediaType.APPLICATION_NDJSON)
                        .body(transactions.all(filter).buffer(ROWS_AT_ONCE).map(this::lines));
            default -> throw ProblemException.invalid("format", "must be csv or jsonl");
        };
    }

    private String lines(List<Transaction> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(json.writeValueAsString(row)).append('\n'));
        return text.toString();
    }

    private static ResponseEntity.BodyBuilder file(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }
}
