package com.spendtracker.analytics.categorisation;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Prepares decisions for one owner. */
@Service
public class CategorisationService {
    private final CategorisationRepository repository;
    private final RuleRepository rules;

    CategorisationService(CategorisationRepository repository, RuleRepository rules) {
        this.repository = repository;
        this.rules = rules;
    }

    /** What decides by the owner's rules, categories and choices as they are now; adds the categories of last resort if need be. */
    public Mono<Categoriser> categoriserFor(long owner) {
        return repository
                .addFallbacks(owner)
                .then(repository.selectCategories(owner).collectList())
                .zipWhen(_ -> repository.selectLearnt(owner).collectList())
                .zipWhen(
                        _ -> rules.selectAll(owner).collectList(),
                        (known, all) -> new OwnersCategoriser(known.getT1(), known.getT2(), all));
    }
}
