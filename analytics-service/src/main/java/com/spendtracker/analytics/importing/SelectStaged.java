package com.spendtracker.analytics.importing;

import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What became of the rows that {@link StagingWriter} holds. */
@Repository
class SelectStaged {
    private static final String COUNT = """
            select (count(*) filter (where s.reason is not null))::integer as rejected_rows,
                   (count(*) filter (where o.equals_id is not null and s.row <> all($1::integer[])))::integer as duplicate_rows,
                   (count(*) filter (where s.reason is null
                      and (o.equals_id is null or s.row = any($1::integer[]))))::integer as new_rows
            from import_staging s
            left join import_outcome o on o.row = s.row
            where s.part = 0
            """;

    private static final String ROWS = """
            select s.row, s.line, s.amount, s.currency, s.kind, c.name as category, s.category_source,
                   s.merchant, s.description, s.transaction_date, o.equals_id, s.field, s.reason, s.excerpt,
                   case when s.reason is not null then 'rejected'
                        when o.equals_id is not null then 'duplicate' else 'new' end as outcome
            from import_staging s
            left join import_outcome o on o.row = s.row
            left join analytics.categories c on c.user_id = $1 and c.id = s.category_id
            where s.part = 0
              and case $2 when 'rejected' then s.reason is not null
                          when 'duplicate' then o.equals_id is not null
                          else s.reason is null and o.equals_id is null end
            order by s.row
            limit $3
            """;

    private final DatabaseClient database;

    SelectStaged(DatabaseClient database) {
        this.database = database;
    }

    /** The counts, if these duplicates are kept. */
    Mono<RowCounts> count(List<Integer> keep) {
        return database.sql(COUNT)
                .bind(0, keep.toArray(Integer[]::new))
                .map(row -> new RowCounts(
                        Objects.requireNonNull(row.get("new_rows", Integer.class)),
                        Objects.requireNonNull(row.get("duplicate_rows", Integer.class)),
                        Objects.requireNonNull(row.get("rejected_rows", Integer.class))))
                .one();
    }

    /** The first rows with this outcome, in the order of the file. */
    Flux<ImportRow> rows(long owner, String outcome, int limit) {
        return database.sql(ROWS)
                .bind(0, owner)
                .bind(1, outcome)
                .bind(2, limit)
                .map(SelectImportRows::toRow)
                .all();
    }
}
