package com.spendtracker.analytics.category;

import com.spendtracker.support.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets people keep categories of their own. */
@RestController
@RequestMapping("/api/v1/categories")
@Tag(name = "Categories")
class CategoryController {
    private final SelectCategories categories;
    private final SelectCategoryUsage usage;
    private final CategoryService changes;

    CategoryController(SelectCategories categories, SelectCategoryUsage usage, CategoryService changes) {
        this.categories = categories;
        this.usage = usage;
        this.changes = changes;
    }

    @GetMapping
    @Operation(operationId = "listCategories", summary = "The user's categories, by name")
    Flux<Category> list(@AuthenticationPrincipal Jwt token) {
        return categories.select(CurrentUser.of(token).id());
    }

    @GetMapping("/usage")
    @Operation(operationId = "listCategoryUsage", summary = "How many transactions and rules each category has")
    Flux<CategoryUsage> usage(@AuthenticationPrincipal Jwt token) {
        return usage.selectAll(CurrentUser.of(token).id());
    }

    @PostMapping
    @Operation(operationId = "addCategory", summary = "Add a category")
    @ApiResponse(responseCode = "201", description = "It is added")
    Mono<ResponseEntity<Category>> add(@AuthenticationPrincipal Jwt token, @RequestBody CategoryRequest request) {
        return changes.add(CurrentUser.of(token).id(), request)
                .map(added -> ResponseEntity.created(URI.create("/api/v1/categories/" + added.id()))
                        .body(added));
    }

    @PatchMapping("/{id}")
    @Operation(
            operationId = "changeCategory",
            summary = "Change a category",
            description = "What is left out stays; a parent_id of 0 makes it a part of none.")
    Mono<Category> change(@AuthenticationPrincipal Jwt token, @PathVariable int id, @RequestBody CategoryPatch patch) {
        return changes.change(CurrentUser.of(token).id(), id, patch);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteCategory",
            summary = "Delete a category",
            description = "One with transactions or rules needs move_to, the category that they go to. "
                    + "Categories below it move up.")
    Mono<Void> delete(
            @AuthenticationPrincipal Jwt token,
            @PathVariable int id,
            @RequestParam(name = "move_to", required = false) @Nullable Integer moveTo) {
        return changes.delete(CurrentUser.of(token).id(), id, moveTo);
    }

    @PostMapping("/{id}/merge")
    @Operation(
            operationId = "mergeCategory",
            summary = "Merge a category into another one",
            description = "Its transactions, its rules and the categories below it go there; it is deleted.")
    Mono<CategoryMerged> merge(
            @AuthenticationPrincipal Jwt token, @PathVariable int id, @RequestBody CategoryMerge merge) {
        return changes.merge(CurrentUser.of(token).id(), id, merge.into());
    }

    /**
     * Where a category is to be merged into.
     *
     * @param into the id of another category
     */
    record CategoryMerge(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "int32") @Nullable
            Integer into) {}
}
