package com.spendtracker.analytics.importing;

import com.spendtracker.analytics.importing.ImportService.Imported;
import com.spendtracker.analytics.importing.ImportService.Kept;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.security.CurrentUser;
import com.spendtracker.support.web.Origins;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes bank files in, says what became of them, and takes imports back. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportController {
    private static final String PATH = "/api/v1/imports/";
    private static final int MAX_KEY = 255;
    private static final int MAX_ROWS = 1_000;

    private final UploadReader uploads;
    private final ImportService imports;
    private final Origins origins;

    ImportController(UploadReader uploads, ImportService imports, Origins origins) {
        this.uploads = uploads;
        this.imports = imports;
        this.origins = origins;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "importFile",
            summary = "Import a bank's file",
            description =
                    "All of the file is stored or nothing. What is there already is recognised and left out. With an"
                            + " Idempotency-Key, a retry answers what the first request did.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = UploadForm.class))))
    @ApiResponse(responseCode = "201", description = "The file is imported")
    @ApiResponse(
            responseCode = "200",
            description = "An earlier request with this key had imported it",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    Mono<ResponseEntity<ImportReport>> run(
            @AuthenticationPrincipal Jwt token,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Parameter(hidden = true) @RequestBody Flux<PartEvent> parts) {
        long owner = CurrentUser.of(token).id();
        return Mono.usingWhen(
                        uploads.read(parts),
                        upload -> imports.run(owner, upload, checked(key)),
                        upload -> Mono.fromRunnable(upload::close))
                .flatMap(imported -> imports.getReport(owner, imported.id()).map(report -> answer(imported, report)));
    }

    @PostMapping(path = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "previewImport",
            summary = "What importing a file would do",
            description = "Stores nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = UploadForm.class))))
    Mono<ImportReport> preview(
            @AuthenticationPrincipal Jwt token, @Parameter(hidden = true) @RequestBody Flux<PartEvent> parts) {
        long owner = CurrentUser.of(token).id();
        return Mono.usingWhen(
                uploads.read(parts),
                upload -> imports.preview(owner, upload),
                upload -> Mono.fromRunnable(upload::close));
    }

    @GetMapping
    @Operation(operationId = "listImports", summary = "The latest imports, newest first")
    Flux<ImportSummary> list(@AuthenticationPrincipal Jwt token) {
        return imports.latest(CurrentUser.of(token).id());
    }

    @GetMapping("/{id:\\d{1,9}}")
    @Operation(operationId = "getImport", summary = "What became of one file")
    Mono<ImportReport> get(@AuthenticationPrincipal Jwt token, @PathVariable int id) {
        return imports.getReport(CurrentUser.of(token).id(), id);
    }

    @GetMapping("/{id:\\d{1,9}}/rows")
    @Operation(operationId = "listImportRows", summary = "The rows of a file that were not stored, and why")
    Mono<List<ImportRow>> rows(
            @AuthenticationPrincipal Jwt token,
            @PathVariable int id,
            @RequestParam @Schema(allowableValues = {"duplicate", "rejected"}) String outcome,
            @RequestParam(defaultValue = "0") long skip,
            @RequestParam(defaultValue = "100") int limit) {
        if (!outcome.equals("duplicate") && !outcome.equals("rejected")) {
            throw ProblemException.invalid("outcome", "must be duplicate or rejected");
        }
        if (skip < 0) {
            throw ProblemException.invalid("skip", "must not be negative");
        }
        if (limit < 1 || limit > MAX_ROWS) {
            throw ProblemException.invalid("limit", "must be from 1 to " + MAX_ROWS);
        }
        return imports.getRows(CurrentUser.of(token).id(), id, outcome, skip, limit);
    }

    @PostMapping("/{id:\\d{1,9}}/rows/{row:\\d{1,9}}/keep")
    @Operation(
            operationId = "keepImportRow",
            summary = "Store a row after all that was left out because it was known",
            description = "For what a bank writes twice and means twice.")
    Mono<Kept> keep(@AuthenticationPrincipal Jwt token, @PathVariable int id, @PathVariable int row) {
        return imports.keep(CurrentUser.of(token).id(), id, row);
    }

    @GetMapping("/{id:\\d{1,9}}/undo")
    @Operation(operationId = "previewUndo", summary = "What undoing an import would remove")
    Mono<UndoPreview> undoPreview(@AuthenticationPrincipal Jwt token, @PathVariable int id) {
        return imports.getUndo(CurrentUser.of(token).id(), id);
    }

    @DeleteMapping("/{id:\\d{1,9}}")
    @Operation(
            operationId = "undoImport",
            summary = "Undo an import",
            description =
                    "Removes the transactions that it stored, and the accounts that it made if they are empty then.")
    Mono<Undone> undo(@AuthenticationPrincipal Jwt token, @PathVariable int id, ServerWebExchange exchange) {
        return imports.undo(CurrentUser.of(token).id(), id, origins.of(exchange.getRequest()));
    }

    private static @Nullable String checked(@Nullable String key) {
        if (key != null
                && (key.isBlank() || key.length() > MAX_KEY || key.chars().anyMatch(Character::isISOControl))) {
            throw ProblemException.invalid("Idempotency-Key", "must be 1 to " + MAX_KEY + " plain characters");
        }
        return key;
    }

    private static ResponseEntity<ImportReport> answer(Imported imported, ImportReport report) {
        return imported.replayed()
                ? ResponseEntity.ok(report)
                : ResponseEntity.created(URI.create(PATH + imported.id())).body(report);
    }

    /**
     * The parts of an upload.
     *
     * @param file the bank's file
     * @param options JSON
     */
    @Schema(requiredProperties = "file")
    record UploadForm(
            @Schema(type = "string", format = "binary") String file,

            @Schema(
                    type = "string",
                    description = "JSON",
                    example = "{\"account\": \"Everyday\", \"currency\": \"EUR\"}")
            @Nullable
            String options) {}
}
