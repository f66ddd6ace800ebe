package com.spendtracker.db;

import java.util.List;
import java.util.Random;

/**
 * Makes up statements that change the transactions of three people in every way there is, the same ones for the same
 * seed. There are so few days, categories, merchants and amounts that most rows are summed up with others.
 */
final class RandomWriter {

    /** Makes each person who is not there. */
    static final String EVERYBODY = """
            WITH person AS (
                INSERT INTO auth.users (username, password_hash)
                SELECT name, 'x' FROM unnest(ARRAY['anna', 'ben', 'cleo']) AS name
                ON CONFLICT DO NOTHING RETURNING id)
            INSERT INTO analytics.categories (user_id, name, color)
            SELECT id, name, '#000000' FROM person, unnest(ARRAY['food', 'home', 'fun']) AS name""";

    private static final List<String> PEOPLE = List.of("anna", "ben", "cleo");
    private static final List<String> CATEGORIES = List.of("food", "home", "fun");
    private static final List<String> CURRENCIES = List.of("EUR", "USD");
    private static final List<String> KINDS = List.of("spending", "spending", "spending", "income", "transfer");
    private static final List<String> MERCHANTS = List.of("'Shop'", "'Café'", "''", "NULL");
    private static final List<String> AMOUNTS = List.of("-20", "-0.0001", "0", "1.25", "20", "20", "30");
    private static final List<String> DAYS = List.of("2024-02-29", "2024-03-01", "2024-03-02", "9999-12-31");

    private final Random random;

    RandomWriter(long seed) {
        random = new Random(seed);
    }

    /** One statement, or several that belong together. */
    String next() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> insert();
            case 6, 7, 8, 9, 10, 11 -> "UPDATE analytics.transactions AS t SET " + change() + " WHERE " + some();
            case 12 -> "UPDATE analytics.transactions AS t SET " + change();
            case 13, 14 -> "DELETE FROM analytics.transactions AS t WHERE " + some();
            case 15 -> mergeCategories();
            case 16 -> joinParts();
            case 17 -> bringBack();
            case 18 -> random.nextBoolean() ? upsert() : merge();
            default -> random.nextInt(3) == 0 ? deletePeople() : insert();
        };
    }

    /** One in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private String insert() {
        StringBuilder rows = new StringBuilder();
        for (int left = random.nextInt(6); left >= 0; left--) {
            String kind = any(KINDS);
            rows.append("(%s, '%s', '%s', '%s', %s, date '%s')"
                    .formatted(
                            kind.equals("income") ? "30" : any(AMOUNTS),
                            any(CURRENCIES),
                            kind,
                            any(CATEGORIES),
                            any(MERCHANTS),
                            any(DAYS)));
            rows.append(left > 0 ? ", " : "");
        }
        return """
               INSERT INTO analytics.transactions (user_id, amount, currency, kind, category_id, merchant, transaction_date)
               SELECT c.user_id, v.amount, v.currency, v.kind, c.id, v.merchant, v.day
               FROM (VALUES %s) AS v (amount, currency, kind, category, merchant, day)
               JOIN analytics.categories AS c ON c.name = v.category AND c.user_id = %s""".formatted(rows, person());
    }

    /** What SET says: between them, the cases name every column. */
    private String change() {
        return switch (random.nextInt(9)) {
            case 0 -> "amount = CASE kind WHEN 'income' THEN 20 ELSE " + any(AMOUNTS) + " END";
            case 1 -> "amount = CASE kind WHEN 'income' THEN amount ELSE -amount END";
            case 2 -> "currency = '" + any(CURRENCIES) + "'";
            case 3 -> becoming(any(KINDS));
            case 4 ->
                "category_id = (SELECT id FROM analytics.categories AS c WHERE c.user_id = t.user_id AND c.name = '"
                        + any(CATEGORIES) + "')";
            case 5 -> "merchant = " + any(MERCHANTS);
            case 6 -> "transaction_date = '" + any(DAYS) + "'";
            case 7 ->
                "(user_id, category_id) = (SELECT user_id, id FROM analytics.categories WHERE name = '"
                        + any(CATEGORIES) + "' AND user_id = " + person() + ")";
            default -> """
                    id = DEFAULT, description = 'new', created_at = now(), account_id = NULL, version = version + 1,
                    category_source = 'rule', rule_id = NULL, learnt_from = 3, import_id = NULL, split_of = id, counterpart_id = id,
                    source_key = gen_random_uuid(), occurrence = 1""";
        };
    }

    private static String becoming(String kind) {
        return "kind = '%s', amount = CASE '%<s' WHEN 'income' THEN abs(amount) + 1 ELSE amount END".formatted(kind);
    }

    private String some() {
        return switch (random.nextInt(3)) {
            case 0 -> "t.user_id = " + person() + " AND t.id % 3 = " + random.nextInt(3);
            case 1 -> "t.id % 7 = " + random.nextInt(7);
            default -> "t.transaction_date = '" + any(DAYS) + "'";
        };
    }

    private String mergeCategories() {
        String from = any(CATEGORIES);
        return """
               UPDATE analytics.transactions AS t SET category_id = i.id
               FROM analytics.categories AS f JOIN analytics.categories AS i ON i.user_id = f.user_id
               WHERE t.user_id = f.user_id AND t.category_id = f.id AND f.name = '%1$s' AND i.name = '%2$s';
               DELETE FROM analytics.categories WHERE name = '%1$s';
               INSERT INTO analytics.categories (user_id, name, color) SELECT id, '%1$s', '#000000' FROM auth.users""".formatted(from, from.equals("fun") ? "food" : "fun");
    }

    private String joinParts() {
        return """
               WITH gone AS (DELETE FROM analytics.transactions WHERE id %% 5 = %d RETURNING amount)
               UPDATE analytics.transactions AS t
               SET amount = t.amount + coalesce((SELECT sum(abs(amount)) FROM gone), 0), transaction_date = '%s'
               WHERE id %% 5 = %d""".formatted(random.nextInt(2), any(DAYS), 2 + random.nextInt(3));
    }

    private String bringBack() {
        return """
               WITH gone AS (DELETE FROM analytics.transactions AS t WHERE %s RETURNING *)
               INSERT INTO analytics.transactions (user_id, amount, currency, kind, category_id, merchant, transaction_date)
               SELECT user_id, amount + 1, currency, kind, category_id, merchant, transaction_date FROM gone WHERE id %% 2 = 0""".formatted(some());
    }

    private String upsert() {
        return """
               INSERT INTO analytics.transactions
                   (id, user_id, amount, currency, kind, category_id, merchant, transaction_date) OVERRIDING SYSTEM VALUE
               SELECT CASE id %% 2 WHEN 0 THEN id ELSE nextval(pg_get_serial_sequence('analytics.transactions', 'id')) END,
                   user_id, amount, currency, kind, category_id, merchant, transaction_date
               FROM analytics.transactions AS t WHERE %s
               ON CONFLICT (user_id, id) DO UPDATE SET amount = excluded.amount + 1, merchant = %s""".formatted(some(), any(MERCHANTS));
    }

    private String merge() {
        return """
               MERGE INTO analytics.transactions AS t
               USING (SELECT user_id, id FROM analytics.transactions
                      UNION ALL SELECT user_id, -id FROM analytics.categories) AS s (owner, number)
               ON t.user_id = s.owner AND t.id = s.number
               WHEN MATCHED AND t.id %% 4 = 0 THEN DELETE
               WHEN MATCHED AND t.id %% 4 = 1 THEN UPDATE SET %s
               WHEN NOT MATCHED THEN INSERT (user_id, amount, currency, kind, category_id, merchant, transaction_date)
                   VALUES (s.owner, %s, 'EUR', 'spending', -s.number, 'Shop', '%s')""".formatted(change(), any(AMOUNTS), any(DAYS));
    }

    private String deletePeople() {
        String all = "DELETE FROM auth.users";
        return (random.nextBoolean() ? all : all + " WHERE id = " + person()) + ";" + EVERYBODY;
    }

    private String person() {
        return "(SELECT id FROM auth.users WHERE username = '" + any(PEOPLE) + "')";
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
