package com.spendtracker.analytics.account;

import com.spendtracker.analytics.importing.RunningImportRepository;
import com.spendtracker.analytics.transaction.OwnerLockRepository;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps an owner's accounts. */
@Service
class AccountService {
    private final SelectAccounts select;
    private final AccountRepository accounts;
    private final RunningImportRepository imports;
    private final OwnerLockRepository lock;

    AccountService(
            SelectAccounts select,
            AccountRepository accounts,
            RunningImportRepository imports,
            OwnerLockRepository lock) {
        this.select = select;
        this.accounts = accounts;
        this.imports = imports;
        this.lock = lock;
    }

    Flux<Account> list(long owner) {
        return select.selectAll(owner);
    }

    /** Adds an account; 409 if there is one of its name. */
    Mono<Account> add(long owner, String name, @Nullable String currency) {
        return accounts.insert(owner, name, currency)
                .map(id -> new Account(id, name, null, currency, 0, null))
                .onErrorMap(DuplicateKeyException.class, _ -> taken());
    }

    /** Changes an account; 404 if there is none of this id, 409 if there is another one of its name. */
    Mono<Account> change(long owner, int id, AccountRequest patch) {
        return lock.alone(
                        owner,
                        find(owner, id)
                                .map(patch::applyTo)
                                .flatMap(changed ->
                                        accounts.update(owner, changed).thenReturn(changed)))
                .onErrorMap(DuplicateKeyException.class, _ -> taken());
    }

    /** Deletes an account; 404 if there is none of this id, 409 if anything is on it. */
    Mono<Void> delete(long owner, int id) {
        return lock.alone(
                        owner,
                        imports.requireNone(owner)
                                .then(find(owner, id))
                                .doOnNext(account -> requireNone(account.transactions(), "transactions"))
                                .then(accounts.countRules(owner, id))
                                .doOnNext(rules -> requireNone(rules, "rules"))
                                .then(accounts.delete(owner, id)))
                .onErrorMap(DataIntegrityViolationException.class, _ -> inUse("transactions"))
                .then();
    }

    private Mono<Account> find(long owner, int id) {
        return select.select(owner, id)
                .switchIfEmpty(Mono.error(
                        () -> ProblemException.of(ProblemType.NOT_FOUND, "You have no account of this id.")));
    }

    private static void requireNone(long count, String what) {
        if (count > 0) {
            throw inUse(what + ": " + count);
        }
    }

    private static ProblemException inUse(String by) {
        return ProblemException.of(
                ProblemType.CONFLICT,
                "It is in use (" + by + "). Only an account without transactions and rules can be deleted.");
    }

    private static ProblemException taken() {
        return ProblemException.of(ProblemType.CONFLICT, "You have an account of this name already.");
    }
}
