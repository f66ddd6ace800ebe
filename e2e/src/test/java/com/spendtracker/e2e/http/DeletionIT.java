package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.Database;
import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever leaves takes everything along, and nothing of anybody else's. */
@ExtendWith(StackUnderTest.class)
class DeletionIT {
    private static final String V1 = "/api/v1/";
    private static final byte[] STATEMENT =
            "Date,Payee,Amount\n2026-03-14,Lidl,-12.34\n2026-03-15,Shell,-40.00\n2026-02-30,Nobody,-1.00\n"
                    .getBytes(StandardCharsets.UTF_8);

    private final Api api;
    private final Database database;

    DeletionIT(Stack stack) {
        api = new Api(stack.gateway());
        database = stack.database();
    }

    @Test
    void deleteThenNoTableKnowsTheOwnerAndOthersKeepTheirs() {
        Newcomer leaving = withSomethingOfEverything();
        Newcomer staying = withSomethingOfEverything();
        Map<String, Long> kept = rowsOf(staying);
        assertThat(rowsOf(leaving)).allSatisfy((table, rows) -> assertThat(rows).isPositive());

        Answer deletion =
                leaving.send("POST", V1 + "users/me/deletion", "{\"password\": \"" + Newcomer.PASSWORD + "\"}");
        assertThat(deletion.status()).as(deletion.body()).isEqualTo(204);

        assertThat(rowsOf(leaving)).allSatisfy((table, rows) -> assertThat(rows).isZero());
        assertThat(rowsOf(staying)).isEqualTo(kept);
    }

    private Newcomer withSomethingOfEverything() {
        Newcomer person = new Newcomer(api);
        // What is said of the layout is remembered for the bank's next file.
        String options = "{\"account\":\"Everyday\",\"currency\":\"EUR\",\"date_order\":\"YMD\"}";
        assertThat(person.upload("march.csv", STATEMENT, options).status()).isEqualTo(201);
        Answer rule = person.send(
                "POST",
                V1 + "rules",
                "{\"field\": \"any\", \"comparison\": \"contains\", \"pattern\": \"lidl\", \"category\": \"Groceries\"}");
        assertThat(rule.status()).as(rule.body()).isEqualTo(201);
        String id = person.get(V1 + "transactions")
                .json()
                .required(0)
                .required("id")
                .asString();
        assertThat(person.send("DELETE", V1 + "transactions/" + id, "", "If-Match", "*")
                        .status())
                .isEqualTo(204);
        return person;
    }

    /** How many rows each table has of somebody: every table that names a user, whichever there will be. */
    private Map<String, Long> rowsOf(Newcomer person) {
        List<String> tables = database.query("""
                SELECT format('%I.%I', table_schema, table_name) FROM information_schema.columns
                WHERE column_name = 'user_id' AND table_schema IN ('auth', 'analytics') ORDER BY 1
                """, row -> row.getString(1));
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : tables) {
            counts.put(
                    table,
                    database.query(
                                    "SELECT count(*) FROM " + table + " WHERE user_id = ?",
                                    row -> row.getLong(1),
                                    person.id())
                            .getFirst());
        }
        return counts;
    }
}
