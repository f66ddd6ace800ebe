package com.spendtracker.analytics.exporting;

import com.spendtracker.analytics.audit.DataEvent;
import com.spendtracker.analytics.audit.DataEventRepository;
import com.spendtracker.support.security.CurrentUser;
import com.spendtracker.support.web.Origins;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands out everything that somebody owns as one archive. */
@RestController
@Tag(name = "Export")
class ArchiveController {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
    private static final int ROWS_AT_ONCE = 500;

    private final SelectOwned owned;
    private final ProfileClient profiles;
    private final DataEventRepository events;
    private final Origins origins;

    ArchiveController(SelectOwned owned, ProfileClient profiles, DataEventRepository events, Origins origins) {
        this.owned = owned;
        this.profiles = profiles;
        this.events = events;
        this.origins = origins;
    }

    @GetMapping("/api/v1/export")
    @Operation(
            operationId = "exportEverything",
            summary = "Everything you own as one ZIP archive",
            description = "profile.json, and for each kind of thing a file of JSON lines.")
    @ApiResponse(
            responseCode = "200",
            description = "The archive",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    Mono<ResponseEntity<Flux<DataBuffer>>> archive(@AuthenticationPrincipal Jwt token, ServerWebExchange exchange) {
        long owner = CurrentUser.of(token).id();
        return profiles.profile(token.getTokenValue())
                .delayUntil(_ -> events.insert(owner, DataEvent.EVERYTHING_EXPORTED, origins.of(exchange.getRequest())))
                .map(profile -> ResponseEntity.ok()
                        .contentType(ZIP)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("spend-tracker.zip")
                                        .build()
                                        .toString())
                        .body(Flux.defer(() -> pieces(owner, profile))));
    }

    private Flux<DataBuffer> pieces(long owner, String profile) {
        ZipStream zip = new ZipStream();
        Flux<byte[]> files = Flux.fromIterable(owned.kinds()).concatMap(kind -> file(zip, owner, kind));
        return Flux.concat(
                        Mono.fromCallable(() -> zip.begin("profile.json")),
                        Mono.fromCallable(() -> zip.add(profile)),
                        files,
                        Mono.fromCallable(zip::end))
                .filter(bytes -> bytes.length > 0)
                .map(DefaultDataBufferFactory.sharedInstance::wrap);
    }

    private Flux<byte[]> file(ZipStream zip, long owner, String kind) {
        return Flux.concat(
                Mono.fromCallable(() -> zip.begin(kind + ".jsonl")),
                owned.rows(owner, kind).buffer(ROWS_AT_ONCE).map(rows -> zip.add(lines(rows))));
    }

    private static String lines(List<String> rows) {
        return String.join("\n", rows) + "\n";
    }
}
