package com.spendtracker.analytics.transaction;

import com.spendtracker.analytics.transaction.PageQuery.Page;
import com.spendtracker.support.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists transactions. */
@RestController
@RequestMapping("/api/v1/transactions")
@Tag(name = "Transactions")
class TransactionController {
    private static final String TOTAL_COUNT = "X-Total-Count";
    private static final String NEXT_CURSOR = "X-Next-Cursor";

    private final SelectTransactions transactions;
    private final SelectTransactionCount count;

    TransactionController(SelectTransactions transactions, SelectTransactionCount count) {
        this.transactions = transactions;
        this.count = count;
    }

    @GetMapping
    @Operation(
            operationId = "listTransactions",
            summary = "Transactions of every kind, newest first unless told",
            description = "The order is stable. The header X-Total-Count says how many match the filter altogether, and"
                    + " X-Next-Cursor, where there are more, what to ask for with `after` to go on.")
    @ApiResponse(
            responseCode = "200",
            description = "One page",
            headers = {
                @Header(name = TOTAL_COUNT, schema = @Schema(type = "integer", format = "int64")),
                @Header(name = NEXT_CURSOR, schema = @Schema(type = "string"))
            },
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Transaction.class))))
    Mono<ResponseEntity<List<Transaction>>> list(
            @AuthenticationPrincipal Jwt token,
            @ParameterObject TransactionQuery query,
            @ParameterObject @Valid PageQuery page,
            @RequestParam(required = false)
                    @Parameter(
                            description = "The order",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "-date",
                                                "date",
                                                "-amount",
                                                "amount",
                                                "merchant",
                                                "-merchant",
                                                "category",
                                                "-category"
                                            },
                                            defaultValue = "-date"))
                    @Nullable
                    String sort) {
        TransactionFilter filter = query.filterFor(CurrentUser.of(token));
        Sort order = Sort.of(sort);
        Page part = page.page(order, filter);
        return Mono.zip(
                transactions.select(filter, part, order).collectList(),
                count.select(filter),
                (rows, total) -> answer(
                        rows, part, total, last -> Cursor.after(last, order).text(order, filter)));
    }

    private static ResponseEntity<List<Transaction>> answer(
            List<Transaction> found, Page page, long total, Function<Transaction, String> cursor) {
        BodyBuilder answer = ResponseEntity.ok().header(TOTAL_COUNT, String.valueOf(total));
        if (found.size() <= page.limit()) {
            return answer.body(found);
        }
        List<Transaction> rows = found.subList(0, page.limit());
        return answer.header(NEXT_CURSOR, cursor.apply(rows.getLast())).body(rows);
    }
}
