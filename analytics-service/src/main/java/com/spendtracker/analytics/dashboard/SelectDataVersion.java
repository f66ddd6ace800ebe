package com.spendtracker.analytics.dashboard;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How often what a person owns was written: the same number, the same figures. */
@Repository
class SelectDataVersion {
    private static final String SQL = """
            select version
            from analytics.data_versions
            where user_id = $1
            """;

    private final DatabaseClient database;

    SelectDataVersion(DatabaseClient database) {
        this.database = database;
    }

    /** Zero where nothing was written yet. */
    Mono<Long> select(long owner) {
        return database.sql(SQL).bind(0, owner).mapValue(Long.class).one().defaultIfEmpty(0L);
    }
}
