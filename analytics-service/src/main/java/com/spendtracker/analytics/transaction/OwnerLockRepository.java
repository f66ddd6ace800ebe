package com.spendtracker.analytics.transaction;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Lets one transaction at a time write for an owner. Whoever changes transactions, or what they refer to, takes it before
 * anything else: two who hold rows and sums that the other one wants would wait for each other in a circle.
 */
@Repository
public class OwnerLockRepository {
    private static final String TAKE = "select 1 as held from analytics.lock_owner($1)";

    private final DatabaseClient database;
    private final TransactionalOperator inTransaction;

    OwnerLockRepository(DatabaseClient database, TransactionalOperator inTransaction) {
        this.database = database;
        this.inTransaction = inTransaction;
    }

    /** Does this in one transaction, and while no other one writes for this owner. */
    public <T> Mono<T> alone(long owner, Mono<T> work) {
        return take(owner).then(work).as(inTransaction::transactional);
    }

    /** Waits until no other transaction writes for this owner, and keeps others waiting until this one ends. */
    public Mono<Void> take(long owner) {
        return database.sql(TAKE).bind(0, owner).fetch().one().then();
    }
}
