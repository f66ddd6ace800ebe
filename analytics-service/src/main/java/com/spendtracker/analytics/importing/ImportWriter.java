package com.spendtracker.analytics.importing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Makes transactions of what {@link StagingWriter} holds, and takes them back. */
@Repository
class ImportWriter {
    private static final String INSERT_IMPORT = """
            insert into analytics.imports
              (user_id, idempotency_key, request_hash, file_name, file_size, format, new_rows, duplicate_rows, rejected_rows, details)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb)
            returning id
            """;

    private static final String INSERT_ACCOUNT = """
            insert into analytics.accounts (user_id, name, identifier, currency)
            values ($1, $2, $3, $4)
            returning id
            """;

    private static final String SET_IDENTIFIER = """
            update analytics.accounts set identifier = $3
            where user_id = $1 and id = $2 and identifier is null
            """;

    private static final String COLUMNS = """
            user_id, amount, currency, kind, category_id, merchant, description, transaction_date,
            account_id, category_source, rule_id, learnt_from, import_id""";

    private static final String VALUES = """
            $1, s.amount, s.currency, s.kind, s.category_id, s.merchant, s.description, s.transaction_date,
            o.account_id, s.category_source, s.rule_id, s.learnt_from, $2""";

    private static final String STORE = """
            insert into analytics.transactions (%s, source_key, occurrence)
            select %s, s.source_key, o.occurrence
            from import_staging s
            join import_outcome o on o.row = s.row
            where s.part = 0 and o.equals_id is null
            order by s.transaction_date, s.row
            """.formatted(COLUMNS, VALUES);

    // Kept although it is known: counted on from the last of its kind, so that the file stays known as a whole.
    private static final String KEEP = """
            insert into analytics.transactions (%s, source_key, occurrence)
            select %s, s.source_key,
                   (select max(t.occurrence) from analytics.transactions t
                    where t.user_id = $1 and t.account_id = o.account_id and t.source_key = s.source_key)
                   + (row_number() over (partition by o.account_id, s.source_key order by s.row))::integer
            from import_staging s
            join import_outcome o on o.row = s.row
            where s.part = 0 and o.equals_id is not null and s.row = any($3::integer[])
            order by s.transaction_date, s.row
            """.formatted(COLUMNS, VALUES);

    private static final String STORE_PARTS = """
            insert into analytics.transactions (%s, split_of)
            select %s, t.id
            from import_staging s
            join import_outcome o on o.row = s.row
            join import_staging first on first.row = s.row and first.part = 0
            join analytics.transactions t
              on t.user_id = $1 and t.import_id = $2 and t.account_id = o.account_id
                and t.source_key = first.source_key and t.occurrence = o.occurrence
            where s.part > 0 and o.equals_id is null
            order by s.row, s.part
            """.formatted(COLUMNS, VALUES);

    private static final String KEEP_RECORD = """
            insert into analytics.import_rows
              (user_id, import_id, row, line, outcome, field, reason, excerpt, equals_id, amount, currency, kind,
               category_id, merchant, description, transaction_date, account_id, category_source, source_key)
            select $1, $2, s.row, s.line, case when s.reason is null then 'duplicate' else 'rejected' end,
                   s.field, s.reason, s.excerpt, o.equals_id, s.amount, s.currency, s.kind,
                   s.category_id, s.merchant, s.description, s.transaction_date, o.account_id, s.category_source, s.source_key
            from import_staging s
            left join import_outcome o on o.row = s.row
            where s.part = 0 and (s.reason is not null or (o.equals_id is not null and s.row <> all($3::integer[])))
            """;

    /**
     * Two bookings of one amount in two own accounts, at most three days apart, which nothing else explains: money that
     * only changed its place. The nearest pairs first, and each booking in one pair.
     */
    private static final String PAIR_TRANSFERS = """
            with unexplained as (
              select t.id, t.account_id, t.currency, t.transaction_date, t.import_id,
                     case t.kind when 'income' then t.amount else -t.amount end as signed
              from analytics.transactions t
              where t.user_id = $1 and t.account_id is not null and t.category_source = 'none'
                and t.counterpart_id is null and t.amount <> 0
                and (select count(*) from analytics.accounts where user_id = $1) > 1
                and t.transaction_date between
                  (select min(transaction_date) - 3 from analytics.transactions where user_id = $1 and import_id = $2)
                  and (select max(transaction_date) + 3 from analytics.transactions where user_id = $1 and import_id = $2)
            ), candidates as (
              select d.id as out_id, c.id as in_id,
                     row_number() over (partition by d.id order by abs(c.transaction_date - d.transaction_date), c.id) as of_out,
                     row_number() over (partition by c.id order by abs(c.transaction_date - d.transaction_date), d.id) as of_in
              from unexplained d
              join unexplained c
                on c.signed = -d.signed and c.currency = d.currency and c.account_id <> d.account_id
                  and c.transaction_date between d.transaction_date - 3 and d.transaction_date + 3
              where d.signed < 0 and (d.import_id = $2 or c.import_id = $2)
            ), pairs as (
              select out_id as id, in_id as other from candidates where of_out = 1 and of_in = 1
              union all
              select in_id, out_id from candidates where of_out = 1 and of_in = 1
            )
            update analytics.transactions t
            set kind = 'transfer', amount = case t.kind when 'income' then -t.amount else t.amount end,
                category_id = c.id, category_source = 'transfer', counterpart_id = p.other
            from pairs p, analytics.categories c
            where t.user_id = $1 and t.id = p.id
              and c.user_id = $1 and c.id = (
                select id from analytics.categories
                where user_id = $1 and (starter = 'transfers' or lower(name) = 'transfers')
                order by starter nulls last limit 1)
            """;

    private static final String UNPAIR = """
            update analytics.transactions t
            set kind = case when t.amount < 0 then 'income' else 'spending' end,
                amount = abs(t.amount),
                category_id = coalesce((
                  select id from analytics.categories
                  where user_id = $1 and (starter = case when t.amount < 0 then 'income' else 'uncategorised' end
                    or lower(name) = case when t.amount < 0 then 'income' else 'uncategorised' end)
                  order by starter nulls last limit 1), t.category_id),
                category_source = 'none', counterpart_id = null
            from analytics.transactions gone
            where t.user_id = $1 and t.category_source = 'transfer' and gone.user_id = $1
              and gone.id = t.counterpart_id and gone.import_id = $2 and t.import_id is distinct from $2
            """;

    private static final String KEEP_LATER = """
            with kept as (
              insert into analytics.transactions
                (user_id, amount, currency, kind, category_id, merchant, description, transaction_date,
                 account_id, category_source, import_id, source_key, occurrence)
              select r.user_id, r.amount, r.currency, r.kind, r.category_id, r.merchant, r.description, r.transaction_date,
                     r.account_id, case r.category_source when 'rule' then 'known' when 'learnt' then 'known' else r.category_source end,
                     r.import_id, r.source_key,
                     1 + coalesce((
                       select max(t.occurrence) from analytics.transactions t
                       where t.user_id = $1 and t.account_id = r.account_id and t.source_key = r.source_key), 0)
              from analytics.import_rows r
              join analytics.imports i on i.user_id = r.user_id and i.id = r.import_id and i.undone_at is null
              where r.user_id = $1 and r.import_id = $2 and r.row = $3 and r.outcome = 'duplicate' and r.kept_id is null
              returning id),
            counted as (
              update analytics.imports
              set new_rows = new_rows + 1, duplicate_rows = duplicate_rows - 1
              where user_id = $1 and id = $2 and exists (select from kept))
            update analytics.import_rows
            set kept_id = kept.id
            from kept
            where user_id = $1 and import_id = $2 and row = $3
            returning kept_id
            """;

    private static final String REMOVE = "delete from analytics.transactions where user_id = $1 and import_id = $2";

    private static final String REMOVE_EMPTY_ACCOUNTS = """
            delete from analytics.accounts a
            where a.user_id = $1 and a.id = any($2::integer[])
              and not exists (select from analytics.transactions t where t.user_id = $1 and t.account_id = a.id)
              and not exists (select from analytics.rules r where r.user_id = $1 and r.account_id = a.id)
            """;

    private static final String MARK_UNDONE =
            "update analytics.imports set undone_at = now() where user_id = $1 and id = $2 and undone_at is null";

    private final DatabaseClient database;

    ImportWriter(DatabaseClient database) {
        this.database = database;
    }

    /** Records an import and answers its id. */
    Mono<Integer> insertImport(long owner, NewImport request) {
        return bindNullable(database.sql(INSERT_IMPORT).bind(0, owner), 1, request.key())
                .bind(2, request.requestHash())
                .bind(3, request.fileName())
                .bind(4, request.fileSize())
                .bind(5, request.format())
                .bind(6, request.counts().newRows())
                .bind(7, request.counts().duplicateRows())
                .bind(8, request.counts().rejectedRows())
                .bind(9, request.details())
                .map(row -> Objects.requireNonNull(row.get("id", Integer.class)))
                .one();
    }

    Mono<Integer> insertAccount(long owner, FileAccount account) {
        return bindNullable(
                        database.sql(INSERT_ACCOUNT).bind(0, owner).bind(1, account.name()), 2, account.identifier())
                .bind(3, account.currency())
                .map(row -> Objects.requireNonNull(row.get("id", Integer.class)))
                .one();
    }

    /** Remembers how files name an account that had no such name yet. */
    Mono<Integer> setIdentifier(long owner, int accountId, String identifier) {
        return database.sql(SET_IDENTIFIER)
                .bind(0, owner)
                .bind(1, accountId)
                .bind(2, identifier)
                .fetch()
                .rowsUpdated()
                .thenReturn(accountId);
    }

    /** Stores what is new and what is to be kept, records the rest, and recognises transfers. */
    Mono<Void> store(long owner, int importId, List<Integer> keep) {
        Integer[] kept = keep.toArray(Integer[]::new);
        return update(STORE, owner, importId)
                .then(update(STORE_PARTS, owner, importId))
                .then(kept.length == 0 ? Mono.empty() : update(KEEP, owner, importId, (Object) kept))
                .then(update(KEEP_RECORD, owner, importId, (Object) kept))
                .then(update(PAIR_TRANSFERS, owner, importId))
                .then();
    }

    /** Stores a row that was left out as known, and answers its transaction; empty if there is no such row. */
    Mono<Long> keep(long owner, int importId, int row) {
        return database.sql(KEEP_LATER)
                .bind(0, owner)
                .bind(1, importId)
                .bind(2, row)
                .map(kept -> Objects.requireNonNull(kept.get("kept_id", Long.class)))
                .one();
    }

    /** Takes an import back and answers how many transactions that removed. */
    Mono<Long> undo(long owner, int importId, List<Integer> createdAccounts) {
        return update(UNPAIR, owner, importId)
                .then(update(REMOVE, owner, importId))
                .flatMap(removed -> database.sql(REMOVE_EMPTY_ACCOUNTS)
                        .bind(0, owner)
                        .bind(1, createdAccounts.toArray(Integer[]::new))
                        .fetch()
                        .rowsUpdated()
                        .then(update(MARK_UNDONE, owner, importId))
                        .thenReturn(removed));
    }

    private Mono<Long> update(String sql, long owner, int importId, Object... more) {
        GenericExecuteSpec statement = database.sql(sql).bind(0, owner).bind(1, importId);
        for (int i = 0; i < more.length; i++) {
            statement = statement.bind(2 + i, more[i]);
        }
        return statement.fetch().rowsUpdated();
    }

    private static GenericExecuteSpec bindNullable(GenericExecuteSpec statement, int index, @Nullable String value) {
        return value == null ? statement.bindNull(index, String.class) : statement.bind(index, value);
    }
}
