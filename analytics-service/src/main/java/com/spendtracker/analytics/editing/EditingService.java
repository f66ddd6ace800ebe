package com.spendtracker.analytics.editing;

import com.spendtracker.analytics.audit.DataEvent;
import com.spendtracker.analytics.audit.DataEventRepository;
import com.spendtracker.analytics.editing.EditingRepository.Named;
import com.spendtracker.analytics.editing.SplitRequest.Part;
import com.spendtracker.analytics.editing.TransactionRequest.Draft;
import com.spendtracker.analytics.transaction.OwnerLockRepository;
import com.spendtracker.analytics.transaction.SelectTransactions;
import com.spendtracker.analytics.transaction.Transaction;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import com.spendtracker.support.web.Origin;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Changes transactions for their owner, one version after the other. */
@Service
class EditingService {
    private final SelectTransactions transactions;
    private final EditingRepository editing;
    private final DataEventRepository events;
    private final OwnerLockRepository lock;

    EditingService(
            SelectTransactions transactions,
            EditingRepository editing,
            DataEventRepository events,
            OwnerLockRepository lock) {
        this.transactions = transactions;
        this.editing = editing;
        this.events = events;
        this.lock = lock;
    }

    /** The transaction of this id; 404 if its owner has none. */
    Mono<Transaction> getTransaction(long owner, long id) {
        return transactions.byId(owner, id).switchIfEmpty(Mono.error(EditingService::none));
    }

    Mono<Transaction> add(long owner, Draft draft) {
        return lock.alone(
                        owner,
                        resolved(owner, draft)
                                .flatMap(named -> editing.insert(owner, draft, categoryOf(named), named.accountId())))
                .flatMap(id -> getTransaction(owner, id));
    }

    /** Replaces a transaction; 412 if it is of another version by now. */
    Mono<Transaction> replace(long owner, long id, @Nullable Integer version, Draft draft) {
        return lock.alone(
                        owner,
                        resolved(owner, draft)
                                .flatMap(named -> editing.update(
                                        owner, id, version, draft, categoryOf(named), named.accountId())))
                .flatMap(updated -> requireUpdated(owner, id, updated));
    }

    Mono<Transaction> change(long owner, long id, @Nullable Integer version, TransactionPatch patch) {
        return getTransaction(owner, id)
                .map(old -> requireVersion(old, version))
                .flatMap(old ->
                        replace(owner, id, old.version(), patch.applyTo(old).toDraft()));
    }

    Mono<Long> changeMany(long owner, BulkChange change) {
        List<Long> ids = change.checkedIds();
        return lock.alone(
                owner,
                editing.named(owner, change.category(), null)
                        .map(named -> requireCategory(named, change.category()))
                        .flatMap(named -> editing.updateMany(owner, ids, named.categoryId(), change)));
    }

    Mono<Void> delete(long owner, long id, @Nullable Integer version, Origin origin) {
        Mono<Long> delete = editing.delete(owner, id, version)
                .delayUntil(deleted ->
                        deleted > 0 ? events.insert(owner, DataEvent.TRANSACTIONS_DELETED, origin) : Mono.empty());
        return lock.alone(owner, delete).flatMap(deleted -> deleted > 0 ? Mono.empty() : missingOrChanged(owner, id));
    }

    /** Brings a deleted transaction back; 404 if there is none, 409 if something has taken its place. */
    Mono<Transaction> restore(long owner, long id) {
        return lock.alone(owner, editing.restore(owner, id))
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        _ -> ProblemException.of(
                                ProblemType.CONFLICT,
                                "It can't come back: it was imported again, or its category or account is gone."))
                .then(Mono.defer(() -> getTransaction(owner, id)));
    }

    /** Splits a transaction; 409 if it is split already or a part itself. */
    Flux<Transaction> split(long owner, long id, @Nullable Integer version, SplitRequest request) {
        return lock.alone(
                        owner,
                        getTransaction(owner, id)
                                .map(whole -> requireVersion(whole, version))
                                .flatMap(whole -> requireWhole(owner, whole))
                                .flatMap(whole -> requireCategories(owner, request.checkedParts(whole.amount())))
                                .flatMap(parts -> write(owner, id, parts)))
                .thenMany(Flux.defer(() -> transactions.group(owner, id)));
    }

    /** Makes a split transaction whole again; 409 if it is not split. */
    Mono<Transaction> join(long owner, long id) {
        return lock.alone(owner, editing.joinParts(owner, id))
                .flatMap(joined -> joined > 0
                        ? getTransaction(owner, id)
                        : getTransaction(owner, id)
                                .flatMap(_ -> Mono.error(
                                        ProblemException.of(ProblemType.CONFLICT, "This transaction is not split."))));
    }

    private Mono<Long> write(long owner, long id, List<Part> parts) {
        return editing.keepFirstPart(owner, id, parts.getFirst())
                .thenMany(Flux.fromIterable(parts).skip(1))
                .concatMap(part -> editing.insertPart(owner, id, part))
                .count();
    }

    private Mono<Transaction> requireWhole(long owner, Transaction whole) {
        return transactions.group(owner, whole.id()).count().map(count -> {
            if (count > 1 || whole.splitOf() != null) {
                throw ProblemException.of(
                        ProblemType.CONFLICT, "This transaction is split already. Join its parts first.");
            }
            return whole;
        });
    }

    private Mono<List<Part>> requireCategories(long owner, List<Part> parts) {
        return Flux.fromIterable(parts)
                .concatMap(part -> editing.named(owner, part.category(), null)
                        .map(named -> requireCategory(named, part.category())))
                .then(Mono.just(parts));
    }

    private Mono<Named> resolved(long owner, Draft draft) {
        return editing.named(owner, draft.category(), draft.account())
                .map(named -> requireCategory(named, draft.category()))
                .map(named -> {
                    if (draft.account() != null && named.accountId() == null) {
                        throw ProblemException.invalid("account", "must be the name of one of your accounts");
                    }
                    return named;
                });
    }

    private static Named requireCategory(Named named, @Nullable String category) {
        if (category != null && named.categoryId() == null) {
            throw ProblemException.invalid("category", "must be the name of one of your categories");
        }
        return named;
    }

    private static int categoryOf(Named named) {
        return Objects.requireNonNull(named.categoryId());
    }

    private Mono<Transaction> requireUpdated(long owner, long id, long updated) {
        return updated > 0 ? getTransaction(owner, id) : missingOrChanged(owner, id);
    }

    private <T> Mono<T> missingOrChanged(long owner, long id) {
        return getTransaction(owner, id).flatMap(_ -> Mono.error(changed()));
    }

    private static Transaction requireVersion(Transaction found, @Nullable Integer version) {
        if (version != null && version != found.version()) {
            throw changed();
        }
        return found;
    }

    private static ProblemException changed() {
        return ProblemException.of(ProblemType.CHANGED, "Load it again, and decide with what it says now.");
    }

    private static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "You have no transaction of this id.");
    }
}
