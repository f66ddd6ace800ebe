package com.spendtracker.analytics.editing;

import com.spendtracker.analytics.editing.SplitRequest.Part;
import com.spendtracker.analytics.editing.TransactionRequest.Draft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes transactions. */
@Repository
class EditingRepository {
    private static final String NAMED = """
            select (select id from analytics.categories where user_id = $1 and lower(name) = lower($2)) as category_id,
                   (select id from analytics.accounts where user_id = $1 and lower(name) = lower($3)) as account_id
            """;

    private static final String INSERT = """
            insert into analytics.transactions
              (user_id, amount, currency, kind, category_id, merchant, description, transaction_date, account_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            returning id
            """;

    // A transfer that becomes something else is no longer the other side of anything.
    private static final String UPDATE = """
            update analytics.transactions
            set amount = $4, currency = $5, kind = $6, category_id = $7, merchant = $8, description = $9,
                transaction_date = $10, account_id = $11, version = version + 1,
                category_source = case when category_id = $7 and kind = $6 then category_source else 'hand' end,
                rule_id = case when category_id = $7 and kind = $6 then rule_id end,
                learnt_from = case when category_id = $7 and kind = $6 then learnt_from end,
                counterpart_id = case when $6 = 'transfer' then counterpart_id end
            where user_id = $1 and id = $2 and ($3::integer is null or version = $3)
            """;

    private static final String UPDATE_MANY = """
            update analytics.transactions t
            set category_id = coalesce($3, t.category_id),
                category_source = 'hand', rule_id = null, learnt_from = null,
                merchant = case when $4::text is null then t.merchant else nullif($4, '') end,
                kind = coalesce($5, t.kind),
                amount = case when $5::text is not null and (t.kind = 'income') <> ($5 = 'income') then -t.amount else t.amount end,
                counterpart_id = case when coalesce($5, t.kind) = 'transfer' then t.counterpart_id end,
                version = t.version + 1
            where t.user_id = $1 and t.id = any($2::bigint[])
              and not ($5::text is not distinct from 'income' and t.kind <> 'income' and t.amount >= 0)
            """;

    private static final String DELETE = """
            with gone as (
              delete from analytics.transactions
              where user_id = $1
                and (id = $2 or split_of = $2)
                and exists (
                  select from analytics.transactions
                  where user_id = $1 and id = $2 and ($3::integer is null or version = $3))
              returning *)
            insert into analytics.deleted_transactions (user_id, id, row)
            select user_id, id, to_jsonb(gone) from gone
            on conflict (user_id, id) do update set row = excluded.row, deleted_at = now()
            """;

    private static final String FORGET = """
            delete from analytics.deleted_transactions
            where user_id = $1 and deleted_at < now() - interval '30 days'
            """;

    private static final String RESTORE = """
            with back as (
              delete from analytics.deleted_transactions
              where user_id = $1 and (id = $2 or (row ->> 'split_of')::bigint = $2)
              returning row)
            insert into analytics.transactions overriding system value
            select (jsonb_populate_record(null::analytics.transactions, back.row)).* from back
            """;

    private static final String INSERT_PART = """
            insert into analytics.transactions
              (user_id, amount, currency, kind, category_id, merchant, description, transaction_date, account_id,
               import_id, split_of)
            select user_id, $3, currency, kind,
                   (select id from analytics.categories where user_id = $1 and lower(name) = lower($4)),
                   merchant, coalesce($5, description), transaction_date, account_id, import_id, id
            from analytics.transactions
            where user_id = $1 and id = $2
            """;

    private static final String KEEP_FIRST_PART = """
            update analytics.transactions
            set amount = $3,
                category_id = (select id from analytics.categories where user_id = $1 and lower(name) = lower($4)),
                description = coalesce($5, description), category_source = 'hand', rule_id = null, learnt_from = null,
                version = version + 1
            where user_id = $1 and id = $2
            """;

    private static final String JOIN_PARTS = """
            with parts as (
              delete from analytics.transactions
              where user_id = $1 and split_of = $2
              returning case kind when 'income' then amount else -amount end as signed)
            update analytics.transactions t
            set amount = t.amount + (select case t.kind when 'income' then sum(signed) else -sum(signed) end from parts),
                version = t.version + 1
            where t.user_id = $1 and t.id = $2 and exists (select from parts)
            """;

    private final DatabaseClient database;

    EditingRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The ids of a category and an account by their names in any case; null for what the owner does not have. */
    Mono<Named> named(long owner, @Nullable String category, @Nullable String account) {
        GenericExecuteSpec statement = database.sql(NAMED).bind(0, owner);
        statement = bind(statement, 1, category);
        return bind(statement, 2, account)
                .map(row -> new Named(row.get("category_id", Integer.class), row.get("account_id", Integer.class)))
                .one();
    }

    /** Adds a transaction and answers its id. */
    Mono<Long> insert(long owner, Draft draft, int categoryId, @Nullable Integer accountId) {
        GenericExecuteSpec statement = database.sql(INSERT)
                .bind(0, owner)
                .bind(1, draft.amount())
                .bind(2, draft.currency())
                .bind(3, draft.kind().text())
                .bind(4, categoryId)
                .bind(7, draft.date());
        return texts(statement, 5, draft, 8, accountId)
                .map(row -> Objects.requireNonNull(row.get("id", Long.class)))
                .one();
    }

    /** Replaces a transaction if it is of this version, or whatever it is for null; answers how many were. */
    Mono<Long> update(
            long owner, long id, @Nullable Integer version, Draft draft, int categoryId, @Nullable Integer accountId) {
        GenericExecuteSpec statement = version(
                        database.sql(UPDATE).bind(0, owner).bind(1, id), version)
                .bind(3, draft.amount())
                .bind(4, draft.currency())
                .bind(5, draft.kind().text())
                .bind(6, categoryId)
                .bind(9, draft.date());
        return texts(statement, 7, draft, 10, accountId).fetch().rowsUpdated();
    }

    Mono<Long> updateMany(long owner, List<Long> ids, @Nullable Integer categoryId, BulkChange change) {
        GenericExecuteSpec statement = database.sql(UPDATE_MANY).bind(0, owner).bind(1, ids.toArray(Long[]::new));
        statement = categoryId == null ? statement.bindNull(2, Integer.class) : statement.bind(2, categoryId);
        return bind(bind(statement, 3, change.merchant()), 4, change.kind())
                .fetch()
                .rowsUpdated();
    }

    /** Moves a transaction and its parts to where they can be brought back from for thirty days; answers how many. */
    Mono<Long> delete(long owner, long id, @Nullable Integer version) {
        return version(database.sql(DELETE).bind(0, owner).bind(1, id), version)
                .fetch()
                .rowsUpdated()
                .flatMap(deleted -> database.sql(FORGET)
                        .bind(0, owner)
                        .fetch()
                        .rowsUpdated()
                        .thenReturn(deleted));
    }

    Mono<Long> restore(long owner, long id) {
        return database.sql(RESTORE).bind(0, owner).bind(1, id).fetch().rowsUpdated();
    }

    Mono<Long> keepFirstPart(long owner, long id, Part part) {
        return part(KEEP_FIRST_PART, owner, id, part);
    }

    Mono<Long> insertPart(long owner, long id, Part part) {
        return part(INSERT_PART, owner, id, part);
    }

    /** Makes a transaction whole again; answers 0 if it has no parts. */
    Mono<Long> joinParts(long owner, long id) {
        return database.sql(JOIN_PARTS).bind(0, owner).bind(1, id).fetch().rowsUpdated();
    }

    private Mono<Long> part(String sql, long owner, long id, Part part) {
        GenericExecuteSpec statement = database.sql(sql)
                .bind(0, owner)
                .bind(1, id)
                .bind(2, Objects.requireNonNullElse(part.amount(), BigDecimal.ZERO))
                .bind(3, Objects.requireNonNullElse(part.category(), ""));
        return bind(statement, 4, TransactionRequest.tidy(part.description()))
                .fetch()
                .rowsUpdated();
    }

    private static GenericExecuteSpec texts(
            GenericExecuteSpec statement,
            int merchantIndex,
            Draft draft,
            int accountIndex,
            @Nullable Integer accountId) {
        GenericExecuteSpec bound = bind(statement, merchantIndex, draft.merchant());
        bound = bind(bound, merchantIndex + 1, draft.description());
        return accountId == null ? bound.bindNull(accountIndex, Integer.class) : bound.bind(accountIndex, accountId);
    }

    private static GenericExecuteSpec version(GenericExecuteSpec statement, @Nullable Integer version) {
        return version == null ? statement.bindNull(2, Integer.class) : statement.bind(2, version);
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, int index, @Nullable String value) {
        return value == null ? statement.bindNull(index, String.class) : statement.bind(index, value);
    }

    /** Ids for names. */
    record Named(@Nullable Integer categoryId, @Nullable Integer accountId) {}
}
