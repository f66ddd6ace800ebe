package com.spendtracker.analytics.categorisation;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Prepares decisions for one owner. */
@Service
public class CategorisationService {
    private final CategorisationRepository repository;

    CategorisationService(CategorisationRepository repository) {
        this.repository = repository;
    }

    /** What decides by the owner's categories and choices as they are now; adds the categories of last resort if need be. */
    public Mono<Categoriser> categoriserFor(long owner) {
        return repository
                .addFallbacks(owner)
                .then(repository.selectCategories(owner).collectList())
                .zipWhen(_ -> repository.selectLearnt(owner).collectList())
                .map(known -> new OwnersCategoriser(known.getT1(), known.getT2()));
    }
}
