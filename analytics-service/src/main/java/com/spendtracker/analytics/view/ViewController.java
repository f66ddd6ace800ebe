package com.spendtracker.analytics.view;

import com.spendtracker.support.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets people keep what they look at again and again. */
@RestController
@RequestMapping("/api/v1/views")
@Tag(name = "Views")
class ViewController {
    private static final int NOT_YET = 0;

    private final ViewService views;

    ViewController(ViewService views) {
        this.views = views;
    }

    @GetMapping
    @Operation(operationId = "listViews", summary = "The user's saved views of the dashboard, by name")
    Flux<View> list(@AuthenticationPrincipal Jwt token) {
        return views.list(CurrentUser.of(token).id());
    }

    @PostMapping
    @Operation(
            operationId = "addView",
            summary = "Save a view",
            description = "If it is the default, whichever was that is so no longer.")
    @ApiResponse(responseCode = "201", description = "It is saved")
    Mono<ResponseEntity<View>> add(@AuthenticationPrincipal Jwt token, @RequestBody ViewRequest request) {
        return views.add(CurrentUser.of(token).id(), request.toView(NOT_YET))
                .map(added -> ResponseEntity.created(URI.create("/api/v1/views/" + added.id()))
                        .body(added));
    }

    @PutMapping("/{id}")
    @Operation(
            operationId = "replaceView",
            summary = "Change a view",
            description = "If it is the default now, whichever was that is so no longer.")
    Mono<View> replace(@AuthenticationPrincipal Jwt token, @PathVariable int id, @RequestBody ViewRequest request) {
        return views.replace(CurrentUser.of(token).id(), request.toView(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteView", summary = "Delete a view")
    Mono<Void> delete(@AuthenticationPrincipal Jwt token, @PathVariable int id) {
        return views.delete(CurrentUser.of(token).id(), id);
    }
}
