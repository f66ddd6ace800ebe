package com.spendtracker.analytics.categorisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Changes many transactions by a rule in one statement. */
@Repository
class RuleChangeWriter {
    // Who changed a transaction in between goes first: its version differs then.
    private static final String APPLY = """
            update analytics.transactions t
            set category_id = n.category_id,
                kind = n.kind,
                amount = case when (t.kind = 'income') = (n.kind = 'income') then t.amount else -t.amount end,
                merchant = coalesce($7, t.merchant),
                category_source = case when t.category_id = n.category_id then t.category_source else 'rule' end,
                rule_id = case when t.category_id = n.category_id then t.rule_id else $2 end,
                learnt_from = case when t.category_id = n.category_id then t.learnt_from end,
                version = t.version + 1
            from unnest($3::bigint[], $4::integer[], $5::integer[], $6::text[]) as n (id, version, category_id, kind)
            where t.user_id = $1 and t.id = n.id and t.version = n.version
            """;

    private final DatabaseClient database;

    RuleChangeWriter(DatabaseClient database) {
        this.database = database;
    }

    /** Answers how many transactions changed. */
    Mono<Long> apply(long owner, Rule rule, List<RuleChange> changes) {
        GenericExecuteSpec statement = database.sql(APPLY)
                .bind(0, owner)
                .bind(1, rule.id())
                .bind(2, changes.stream().map(RuleChange::id).toArray(Long[]::new))
                .bind(3, changes.stream().map(RuleChange::version).toArray(Integer[]::new))
                .bind(4, changes.stream().map(RuleChange::categoryId).toArray(Integer[]::new))
                .bind(5, changes.stream().map(change -> change.kind().text()).toArray(String[]::new));
        return bindMerchant(statement, rule.merchant()).fetch().rowsUpdated();
    }

    private static GenericExecuteSpec bindMerchant(GenericExecuteSpec statement, @Nullable String merchant) {
        return merchant == null ? statement.bindNull(6, String.class) : statement.bind(6, merchant);
    }
}
