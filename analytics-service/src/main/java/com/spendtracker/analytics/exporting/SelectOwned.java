package com.spendtracker.analytics.exporting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Everything that somebody owns, table by table, each row as one JSON object. */
@Repository
class SelectOwned {
    private static final Map<String, String> TABLES = tables();

    private final DatabaseClient database;

    SelectOwned(DatabaseClient database) {
        this.database = database;
    }

    /** What there is, in the order in which it refers to each other. */
    Iterable<String> kinds() {
        return TABLES.keySet();
    }

    Flux<String> rows(long owner, String kind) {
        return database.sql("select (to_jsonb(t) - 'user_id')::text as row from analytics." + kind
                        + " t where t.user_id = $1 order by " + TABLES.get(kind))
                .bind(0, owner)
                .mapValue(String.class)
                .all();
    }

    private static Map<String, String> tables() {
        Map<String, String> orders = new LinkedHashMap<>();
        orders.put("accounts", "t.id");
        orders.put("categories", "t.id");
        orders.put("rules", "t.position, t.id");
        orders.put("imports", "t.id");
        orders.put("import_rows", "t.import_id, t.row");
        orders.put("import_presets", "t.id");
        orders.put("transactions", "t.transaction_date, t.id");
        orders.put("deleted_transactions", "t.id");
        orders.put("views", "t.id");
        return orders;
    }
}
