package com.spendtracker.analytics.categorisation;

import com.spendtracker.analytics.transaction.OwnerLockRepository;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Keeps an owner's rules, tells what they would do, and applies them to what is stored. */
@Service
class RuleService {
    private final RuleRepository rules;
    private final SelectRuleCandidates candidates;
    private final RuleChangeWriter changes;
    private final OwnerLockRepository lock;

    RuleService(
            RuleRepository rules, SelectRuleCandidates candidates, RuleChangeWriter changes, OwnerLockRepository lock) {
        this.rules = rules;
        this.candidates = candidates;
        this.changes = changes;
        this.lock = lock;
    }

    Flux<Rule> list(long owner) {
        return rules.selectAll(owner);
    }

    /** Adds a rule after the others; 409 if there are too many. */
    Mono<Rule> add(long owner, Rule rule) {
        return checked(owner, rule)
                .then(rules.insert(owner, rule))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(
                        ProblemType.CONFLICT, "There are " + RuleRepository.MAX_RULES + " rules, which is the most.")))
                .flatMap(id -> rules.select(owner, id));
    }

    /** Changes all of a rule but its position; 404 if there is none of its id. */
    Mono<Rule> replace(long owner, Rule rule) {
        return lock.alone(
                        owner, find(owner, rule.id()).then(checked(owner, rule)).then(rules.update(owner, rule)))
                .then(find(owner, rule.id()));
    }

    Mono<Void> delete(long owner, int id) {
        return lock.alone(owner, rules.delete(owner, id))
                .filter(deleted -> deleted > 0)
                .switchIfEmpty(Mono.error(RuleService::notFound))
                .then();
    }

    /** Puts the rules into this order; 400 unless it names each of them once. */
    Flux<Rule> order(long owner, List<Integer> ids) {
        return lock.alone(
                        owner,
                        rules.selectAll(owner)
                                .map(Rule::id)
                                .sort()
                                .collectList()
                                .filter(ids.stream().sorted().toList()::equals)
                                .switchIfEmpty(Mono.error(() ->
                                        ProblemException.invalid("ids", "must name each of your rules exactly once")))
                                .flatMap(_ -> rules.order(owner, ids.toArray(Integer[]::new))))
                .thenMany(rules.selectAll(owner));
    }

    /** What applying this rule to what is stored would do. */
    Mono<RulePreview> preview(long owner, Rule rule) {
        return checked(owner, rule)
                .flatMap(category -> matching(owner, rule)
                        .collect(
                                RulePreview.Tally::new,
                                (tally, movement) ->
                                        tally.add(movement, RuleChange.of(movement, rule, category.orElse(null))))
                        .map(RulePreview.Tally::preview));
    }

    /** Applies a rule to what is stored and answers how many transactions changed; 404 if there is none of its id. */
    Mono<Long> apply(long owner, int id) {
        return lock.alone(
                owner,
                find(owner, id)
                        .zipWhen(rule -> checked(owner, rule))
                        .flatMap(found -> apply(owner, found.getT1(), found.getT2())));
    }

    private Mono<Long> apply(long owner, Rule rule, Optional<OwnersCategory> category) {
        return matching(owner, rule)
                .mapNotNull(movement -> {
                    RuleChange change = RuleChange.of(movement, rule, category.orElse(null));
                    return change.changes(movement) ? change : null;
                })
                .collectList()
                .flatMap(found -> found.isEmpty() ? Mono.just(0L) : changes.apply(owner, rule, found));
    }

    // Matching is work for a processor: the threads that serve everybody's connections are not for that.
    private Flux<StoredMovement> matching(long owner, Rule rule) {
        RuleMatcher matcher = RuleMatcher.of(rule);
        return candidates
                .select(owner, rule)
                .publishOn(Schedulers.parallel())
                .filter(movement -> matcher.matches(movement.subject()));
    }

    /** The category that the rule sets, if it sets one; 400 if that or its account is not the owner's. */
    private Mono<Optional<OwnersCategory>> checked(long owner, Rule rule) {
        return checkedAccount(owner, rule).then(Mono.defer(() -> categoryOf(owner, rule)));
    }

    private Mono<Optional<OwnersCategory>> categoryOf(long owner, Rule rule) {
        return rule.category() == null
                ? Mono.just(Optional.empty())
                : rules.selectCategory(owner, rule.category())
                        .map(Optional::of)
                        .switchIfEmpty(Mono.error(() ->
                                ProblemException.invalid("category", "must be the name of one of your categories")));
    }

    private Mono<Boolean> checkedAccount(long owner, Rule rule) {
        return rule.accountId() == null
                ? Mono.just(true)
                : rules.hasAccount(owner, rule.accountId())
                        .filter(found -> found)
                        .switchIfEmpty(Mono.error(
                                () -> ProblemException.invalid("account_id", "must be one of your accounts")));
    }

    private Mono<Rule> find(long owner, int id) {
        return rules.select(owner, id).switchIfEmpty(Mono.error(RuleService::notFound));
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemType.NOT_FOUND, "You have no rule of this id.");
    }
}
