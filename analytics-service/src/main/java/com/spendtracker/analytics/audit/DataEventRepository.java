package com.spendtracker.analytics.audit;

import com.spendtracker.support.web.Origin;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes down what was done with somebody's data, where auth-service shows it. */
@Repository
public class DataEventRepository {
    private static final String TELL = "select 1 as told from analytics.tell($1, $2, $3, $4)";

    private final DatabaseClient database;

    DataEventRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Writes it down, in the transaction that does it if there is one. */
    public Mono<Void> insert(long owner, DataEvent event, Origin origin) {
        GenericExecuteSpec statement =
                database.sql(TELL).bind(0, owner).bind(1, event.text()).bind(2, origin.address());
        return (origin.client() == null ? statement.bindNull(3, String.class) : statement.bind(3, origin.client()))
                .fetch()
                .one()
                .then();
    }
}
