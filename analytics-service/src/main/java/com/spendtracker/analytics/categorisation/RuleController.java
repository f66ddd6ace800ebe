package com.spendtracker.analytics.categorisation;

import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** Lets people say how their transactions are to be sorted. */
@RestController
@RequestMapping("/api/v1/rules")
@Tag(name = "Rules")
class RuleController {
    private static final int NOT_YET = 0;

    private final RuleService rules;

    RuleController(RuleService rules) {
        this.rules = rules;
    }

    @GetMapping
    @Operation(operationId = "listRules", summary = "The user's rules, in the order in which they are tried")
    Flux<Rule> list(@AuthenticationPrincipal Jwt token) {
        return rules.list(CurrentUser.of(token).id());
    }

    @PostMapping
    @Operation(
            operationId = "addRule",
            summary = "Add a rule after the others",
            description = "It counts for imports from now on; apply it to change what is stored already.")
    @ApiResponse(responseCode = "201", description = "The rule is added")
    Mono<ResponseEntity<Rule>> add(@AuthenticationPrincipal Jwt token, @RequestBody RuleRequest request) {
        return rules.add(CurrentUser.of(token).id(), request.toRule(NOT_YET))
                .map(rule -> ResponseEntity.created(URI.create("/api/v1/rules/" + rule.id()))
                        .body(rule));
    }

    @PutMapping("/{id:\\d{1,9}}")
    @Operation(operationId = "replaceRule", summary = "Change a rule, all but its position")
    Mono<Rule> replace(@AuthenticationPrincipal Jwt token, @PathVariable int id, @RequestBody RuleRequest request) {
        return rules.replace(CurrentUser.of(token).id(), request.toRule(id));
    }

    @DeleteMapping("/{id:\\d{1,9}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteRule",
            summary = "Delete a rule",
            description = "Transactions keep the categories that it gave them.")
    Mono<Void> delete(@AuthenticationPrincipal Jwt token, @PathVariable int id) {
        return rules.delete(CurrentUser.of(token).id(), id);
    }

    @PutMapping("/order")
    @Operation(operationId = "orderRules", summary = "Put all rules into another order")
    Flux<Rule> order(@AuthenticationPrincipal Jwt token, @RequestBody RuleOrder order) {
        return rules.order(CurrentUser.of(token).id(), order.checkedIds());
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewRule",
            summary = "What applying a rule would change",
            description = "Changes nothing, and the rule need not exist.")
    Mono<RulePreview> preview(@AuthenticationPrincipal Jwt token, @RequestBody RuleRequest request) {
        return rules.preview(CurrentUser.of(token).id(), request.toRule(NOT_YET));
    }

    @PostMapping("/{id:\\d{1,9}}/apply")
    @Operation(
            operationId = "applyRule",
            summary = "Apply a rule to the transactions that are stored",
            description = "Categories that were chosen by hand stay.")
    Mono<Applied> apply(@AuthenticationPrincipal Jwt token, @PathVariable int id) {
        return rules.apply(CurrentUser.of(token).id(), id).map(Applied::new);
    }

    /** How many transactions a rule changed. */
    @Schema(name = "RuleApplied")
    record Applied(long changed) {}

    /**
     * The order in which rules are to be tried.
     *
     * @param ids each rule's, once
     */
    record RuleOrder(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<@Nullable Integer> ids) {

        /** The ids; 400 if there are none or too many. */
        List<Integer> checkedIds() {
            if (ids == null || ids.size() > RuleRepository.MAX_RULES) {
                throw ProblemException.invalid("ids", "must name each of your rules exactly once");
            }
            return ids.stream().map(id -> id == null ? Integer.valueOf(0) : id).toList();
        }
    }
}
