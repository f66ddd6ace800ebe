package com.spendtracker.analytics.importing;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How files of one layout are to be understood, as their owner once confirmed; as JSON. */
@Repository
class PresetRepository {
    private static final String SELECT = """
            select mapping::text as mapping
            from analytics.import_presets
            where user_id = $1 and signature = $2
            """;

    private static final String SAVE = """
            insert into analytics.import_presets (user_id, name, signature, mapping)
            values ($1, left($2, 60) || ' ' || left(encode(sha256(convert_to($3, 'UTF8')), 'hex'), 8), $3, $4::jsonb)
            on conflict (user_id, signature) do update set mapping = excluded.mapping
            """;

    private final DatabaseClient database;

    PresetRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<String> select(long owner, String signature) {
        return database.sql(SELECT)
                .bind(0, owner)
                .bind(1, signature)
                .mapValue(String.class)
                .one();
    }

    /** Remembers a mapping for files with this signature, under a name that begins like this. */
    Mono<Long> save(long owner, String name, String signature, String mapping) {
        return database.sql(SAVE)
                .bind(0, owner)
                .bind(1, name)
                .bind(2, signature)
                .bind(3, mapping)
                .fetch()
                .rowsUpdated();
    }
}
