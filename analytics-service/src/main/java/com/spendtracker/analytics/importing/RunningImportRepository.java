package com.spendtracker.analytics.importing;

import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps imports from running while what they refer to is removed. */
@Repository
public class RunningImportRepository {
    private static final String TRY_LOCK =
            "select pg_try_advisory_xact_lock(%s) as held".formatted(StagingWriter.LOCK_KEY);

    private final DatabaseClient database;

    RunningImportRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Lets the owner's imports wait until the transaction ends; 409 if one is running. */
    public Mono<Void> requireNone(long owner) {
        return database.sql(TRY_LOCK)
                .bind(0, owner)
                .map(row -> Objects.requireNonNull(row.get("held", Boolean.class)))
                .one()
                .filter(held -> held)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(
                        ProblemType.CONFLICT, "An import of yours is running. Try again when it has ended.")))
                .then();
    }
}
