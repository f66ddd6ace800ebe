--liquibase formatted sql

-- What lets a text be found, and a category's merchants, without reading all that a person has.

--changeset spend-tracker:monthly-merchants-of-categories
CREATE INDEX monthly_merchants_category_idx ON analytics.monthly_merchants (user_id, category_id, month);

--changeset spend-tracker:index-of-texts splitStatements:false
-- Every PostgreSQL of ours has these extensions; a server of one's own may lack them, and then searches as before.
DO $$
BEGIN
    IF (SELECT count(*) = 2 FROM pg_available_extensions WHERE name IN ('pg_trgm', 'btree_gin')) THEN
        CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA analytics;
        CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA analytics;
    ELSE
        RAISE NOTICE 'pg_trgm or btree_gin is not available: texts are searched without an index';
        RETURN;
    END IF;
    EXECUTE format(
        'CREATE INDEX transactions_text_idx ON analytics.transactions USING gin (user_id, merchant %1$s.gin_trgm_ops, description %1$s.gin_trgm_ops)',
        (SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'pg_trgm'));
END
$$;
