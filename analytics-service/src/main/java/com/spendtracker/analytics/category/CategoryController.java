package com.spendtracker.analytics.category;

import com.spendtracker.support.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Lists categories. */
@RestController
@RequestMapping("/api/v1/categories")
@Tag(name = "Categories")
class CategoryController {
    private final SelectCategories categories;

    CategoryController(SelectCategories categories) {
        this.categories = categories;
    }

    @GetMapping
    @Operation(operationId = "listCategories", summary = "The user's categories, by name")
    Flux<Category> list(@AuthenticationPrincipal Jwt token) {
        return categories.select(CurrentUser.of(token).id());
    }
}
