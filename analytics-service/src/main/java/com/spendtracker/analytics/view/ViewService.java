package com.spendtracker.analytics.view;

import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps an owner's saved views, of which the dashboard opens with one at most. */
@Service
class ViewService {
    private final SelectViews select;
    private final ViewRepository views;
    private final TransactionalOperator inTransaction;

    ViewService(SelectViews select, ViewRepository views, TransactionalOperator inTransaction) {
        this.select = select;
        this.views = views;
        this.inTransaction = inTransaction;
    }

    Flux<View> list(long owner) {
        return select.select(owner);
    }

    /** Adds a view; 409 if there is one of its name, or if there are too many. */
    Mono<View> add(long owner, View view) {
        return written(owner, view, views.insert(owner, view).switchIfEmpty(Mono.error(ViewService::tooMany)));
    }

    /** Changes a view; 404 if there is none of its id, 409 if there is another one of its name. */
    Mono<View> replace(long owner, View view) {
        return written(owner, view, views.update(owner, view).switchIfEmpty(Mono.error(ViewService::notFound)));
    }

    /** Deletes a view; 404 if there is none of this id. */
    Mono<Void> delete(long owner, int id) {
        return views.delete(owner, id)
                .filter(deleted -> deleted > 0)
                .switchIfEmpty(Mono.error(ViewService::notFound))
                .then();
    }

    private Mono<View> written(long owner, View view, Mono<Integer> write) {
        return views.lock(owner)
                .then(view.isDefault() ? views.clearDefault(owner, view.id()) : Mono.empty())
                .then(write)
                .map(id -> new View(id, view.name(), view.query(), view.isDefault()))
                .as(inTransaction::transactional)
                .onErrorMap(
                        DuplicateKeyException.class,
                        _ -> ProblemException.conflict("name", "is the name of another of your views"));
    }

    private static ProblemException tooMany() {
        return ProblemException.of(
                ProblemType.CONFLICT, "You have " + ViewRepository.MAX_VIEWS + " views, which is the most.");
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemType.NOT_FOUND, "You have no view of this id.");
    }
}
