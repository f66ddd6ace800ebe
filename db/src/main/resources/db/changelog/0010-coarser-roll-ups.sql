--liquibase formatted sql

-- Two more roll-ups, for questions about all categories at once: a long history has a tenth as many days as it has sums by
-- day and category.

--changeset spend-tracker:coarser-roll-up-tables
CREATE TABLE analytics.day_totals (
    user_id           bigint         NOT NULL,
    kind              text           NOT NULL,
    day               date           NOT NULL,
    currency          text           NOT NULL,
    total             numeric(23, 4) NOT NULL,
    refunds           numeric(23, 4) NOT NULL,
    transaction_count integer        NOT NULL,
    refund_count      integer        NOT NULL,
    largest           numeric(19, 4) NOT NULL,
    PRIMARY KEY (user_id, kind, day, currency)
);
COMMENT ON TABLE analytics.day_totals IS 'What all transactions of each day come to; kept by triggers, never written otherwise';
GRANT SELECT ON analytics.day_totals TO analytics_service;

CREATE TABLE analytics.month_totals (
    user_id           bigint         NOT NULL,
    kind              text           NOT NULL,
    month             date           NOT NULL,
    category_id       integer        NOT NULL,
    currency          text           NOT NULL,
    total             numeric(23, 4) NOT NULL,
    refunds           numeric(23, 4) NOT NULL,
    transaction_count integer        NOT NULL,
    refund_count      integer        NOT NULL,
    PRIMARY KEY (user_id, kind, month, category_id, currency)
);
COMMENT ON TABLE analytics.month_totals IS 'What the transactions of each month come to by category; kept by triggers, never written otherwise';
COMMENT ON COLUMN analytics.month_totals.month IS 'Its first day';
GRANT SELECT ON analytics.month_totals TO analytics_service;

-- What the two tables must hold, column by column.
CREATE VIEW analytics.day_sums AS
SELECT user_id, kind, transaction_date AS day, currency,
       sum(amount)::numeric(23, 4) AS total,
       coalesce(sum(amount) FILTER (WHERE amount < 0), 0)::numeric(23, 4) AS refunds,
       count(*)::integer AS transaction_count,
       (count(*) FILTER (WHERE amount < 0))::integer AS refund_count,
       max(amount)::numeric(19, 4) AS largest
FROM analytics.transactions
GROUP BY user_id, kind, day, currency;
COMMENT ON VIEW analytics.day_sums IS 'What day_totals must hold, added up anew';

CREATE VIEW analytics.month_sums AS
SELECT user_id, kind, date_trunc('month', transaction_date::timestamp)::date AS month, category_id, currency,
       sum(amount)::numeric(23, 4) AS total,
       coalesce(sum(amount) FILTER (WHERE amount < 0), 0)::numeric(23, 4) AS refunds,
       count(*)::integer AS transaction_count,
       (count(*) FILTER (WHERE amount < 0))::integer AS refund_count
FROM analytics.transactions
GROUP BY user_id, kind, month, category_id, currency;
COMMENT ON VIEW analytics.month_sums IS 'What month_totals must hold, added up anew';

--changeset spend-tracker:coarser-roll-up-functions splitStatements:false runOnChange:true
-- As the triggers of the finer roll-ups do, and for the same reasons in the same order. The three differ in where the
-- changes are.
DO $do$
DECLARE
    body CONSTANT text := $body$
DECLARE
    emptied tid[];
    unsure  tid[];
BEGIN
    WITH changed AS (
        INSERT INTO analytics.day_totals AS d
        SELECT user_id, kind, transaction_date, currency,
               sum(sign * amount), coalesce(sum(sign * amount) FILTER (WHERE amount < 0), 0),
               sum(sign), coalesce(sum(sign) FILTER (WHERE amount < 0), 0), max(amount)
        FROM (%1$s) AS c
        GROUP BY user_id, kind, transaction_date, currency
        HAVING (sum(sign) <> 0 OR sum(sign * amount) <> 0
                OR sum(sign) FILTER (WHERE amount < 0) <> 0 OR sum(sign * amount) FILTER (WHERE amount < 0) <> 0
                OR max(amount) FILTER (WHERE sign < 0) <> max(amount) FILTER (WHERE sign > 0))
           -- Nothing is taken off what is not there: the sums of a person who is deleted go first.
           AND (sum(sign) > 0 OR EXISTS (
                SELECT FROM analytics.day_totals AS e
                WHERE e.user_id = c.user_id AND e.kind = c.kind AND e.day = c.transaction_date AND e.currency = c.currency))
        ORDER BY user_id, transaction_date, kind, currency
        ON CONFLICT (user_id, kind, day, currency) DO UPDATE
        SET total = d.total + excluded.total,
            refunds = d.refunds + excluded.refunds,
            transaction_count = d.transaction_count + excluded.transaction_count,
            refund_count = d.refund_count + excluded.refund_count,
            -- NaN stands for what is to be sought below.
            largest = CASE WHEN d.largest > excluded.largest THEN d.largest ELSE 'NaN' END
        RETURNING ctid, transaction_count, largest)
    SELECT array_agg(ctid) FILTER (WHERE transaction_count = 0), array_agg(ctid) FILTER (WHERE largest = 'NaN')
    INTO emptied, unsure FROM changed;
    IF emptied IS NOT NULL THEN
        DELETE FROM analytics.day_totals WHERE ctid = ANY (emptied);
    END IF;
    IF unsure IS NOT NULL THEN
        UPDATE analytics.day_totals AS d
        SET largest = coalesce((SELECT max(t.amount) FROM analytics.transactions AS t
                                WHERE t.user_id = d.user_id AND t.kind = d.kind AND t.transaction_date = d.day
                                  AND t.currency = d.currency), 0)
        WHERE d.ctid = ANY (unsure);
    END IF;

    WITH changed AS (
        INSERT INTO analytics.month_totals AS m
        SELECT user_id, kind, month, category_id, currency,
               sum(sign * amount), coalesce(sum(sign * amount) FILTER (WHERE amount < 0), 0),
               sum(sign), coalesce(sum(sign) FILTER (WHERE amount < 0), 0)
        FROM (SELECT date_trunc('month', transaction_date::timestamp)::date AS month, * FROM (%1$s) AS r) AS c
        GROUP BY user_id, kind, month, category_id, currency
        HAVING (sum(sign) <> 0 OR sum(sign * amount) <> 0
                OR sum(sign) FILTER (WHERE amount < 0) <> 0 OR sum(sign * amount) FILTER (WHERE amount < 0) <> 0)
           AND (sum(sign) > 0 OR EXISTS (
                SELECT FROM analytics.month_totals AS e
                WHERE e.user_id = c.user_id AND e.kind = c.kind AND e.month = c.month AND e.category_id = c.category_id
                  AND e.currency = c.currency))
        ORDER BY user_id, month, category_id, kind, currency
        ON CONFLICT (user_id, kind, month, category_id, currency) DO UPDATE
        SET total = m.total + excluded.total,
            refunds = m.refunds + excluded.refunds,
            transaction_count = m.transaction_count + excluded.transaction_count,
            refund_count = m.refund_count + excluded.refund_count
        RETURNING ctid, transaction_count)
    SELECT array_agg(ctid) FILTER (WHERE transaction_count = 0) INTO emptied FROM changed;
    IF emptied IS NOT NULL THEN
        DELETE FROM analytics.month_totals WHERE ctid = ANY (emptied);
    END IF;
    RETURN NULL;
END
$body$;
    trigger record;
BEGIN
    FOR trigger IN
        SELECT * FROM (VALUES
            ('inserted', 'SELECT 1 AS sign, * FROM added'),
            ('updated', 'SELECT -1 AS sign, * FROM removed UNION ALL SELECT 1, * FROM added'),
            ('deleted', 'SELECT -1 AS sign, * FROM removed')) AS t (event, changes)
    LOOP
        EXECUTE format(
            'CREATE OR REPLACE FUNCTION analytics.roll_up_%s_coarsely() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER '
                'SET search_path = pg_catalog SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS %L',
            trigger.event, format(body, trigger.changes));
    END LOOP;
END
$do$;

CREATE OR REPLACE FUNCTION analytics.forget_roll_ups() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
    DELETE FROM analytics.daily_totals WHERE user_id = OLD.id;
    DELETE FROM analytics.monthly_merchants WHERE user_id = OLD.id;
    DELETE FROM analytics.day_totals WHERE user_id = OLD.id;
    DELETE FROM analytics.month_totals WHERE user_id = OLD.id;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION analytics.roll_up_differences() RETURNS TABLE (roll_up text, kept jsonb, summed jsonb)
    LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$
    SELECT 'daily_totals', to_jsonb(kept), to_jsonb(summed)
    FROM analytics.daily_totals AS kept
    FULL JOIN analytics.daily_sums AS summed USING (user_id, kind, day, category_id, currency)
    WHERE kept IS DISTINCT FROM summed
    UNION ALL
    SELECT 'day_totals', to_jsonb(kept), to_jsonb(summed)
    FROM analytics.day_totals AS kept
    FULL JOIN analytics.day_sums AS summed USING (user_id, kind, day, currency)
    WHERE kept IS DISTINCT FROM summed
    UNION ALL
    SELECT 'month_totals', to_jsonb(kept), to_jsonb(summed)
    FROM analytics.month_totals AS kept
    FULL JOIN analytics.month_sums AS summed USING (user_id, kind, month, category_id, currency)
    WHERE kept IS DISTINCT FROM summed
    UNION ALL
    SELECT 'monthly_merchants', to_jsonb(kept), to_jsonb(summed)
    FROM analytics.monthly_merchants AS kept
    FULL JOIN analytics.merchant_sums AS summed USING (user_id, month, merchant, category_id, currency)
    WHERE kept IS DISTINCT FROM summed
$$;

CREATE OR REPLACE FUNCTION analytics.mend_roll_ups() RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
DECLARE
    differences bigint;
BEGIN
    LOCK TABLE analytics.transactions IN SHARE ROW EXCLUSIVE MODE;
    SELECT count(*) INTO differences FROM analytics.roll_up_differences();
    DELETE FROM analytics.daily_totals
    WHERE (user_id, kind, day, category_id, currency) IN
        (SELECT user_id, kind, day, category_id, currency
         FROM (TABLE analytics.daily_totals EXCEPT TABLE analytics.daily_sums) AS wrong);
    INSERT INTO analytics.daily_totals TABLE analytics.daily_sums ON CONFLICT DO NOTHING;
    DELETE FROM analytics.monthly_merchants
    WHERE (user_id, month, merchant, category_id, currency) IN
        (SELECT user_id, month, merchant, category_id, currency
         FROM (TABLE analytics.monthly_merchants EXCEPT TABLE analytics.merchant_sums) AS wrong);
    INSERT INTO analytics.monthly_merchants TABLE analytics.merchant_sums ON CONFLICT DO NOTHING;
    DELETE FROM analytics.day_totals
    WHERE (user_id, kind, day, currency) IN
        (SELECT user_id, kind, day, currency FROM (TABLE analytics.day_totals EXCEPT TABLE analytics.day_sums) AS wrong);
    INSERT INTO analytics.day_totals TABLE analytics.day_sums ON CONFLICT DO NOTHING;
    DELETE FROM analytics.month_totals
    WHERE (user_id, kind, month, category_id, currency) IN
        (SELECT user_id, kind, month, category_id, currency
         FROM (TABLE analytics.month_totals EXCEPT TABLE analytics.month_sums) AS wrong);
    INSERT INTO analytics.month_totals TABLE analytics.month_sums ON CONFLICT DO NOTHING;
    -- What was answered before is to be read anew, by everybody: that is simpler than to tell who was concerned. The first
    -- mending, below, comes before there are versions, and before there is anything that they could be out of date with.
    IF differences > 0 AND to_regclass('analytics.data_versions') IS NOT NULL THEN
        INSERT INTO analytics.data_versions AS v (user_id, version)
        SELECT id, 1 FROM auth.users ORDER BY id
        ON CONFLICT (user_id) DO UPDATE SET version = v.version + 1;
    END IF;
    RETURN differences;
END
$$;

--changeset spend-tracker:coarser-roll-ups-are-kept splitStatements:false
CREATE TRIGGER transactions_inserted_roll_up_coarsely AFTER INSERT ON analytics.transactions
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION analytics.roll_up_inserted_coarsely();
CREATE TRIGGER transactions_updated_roll_up_coarsely AFTER UPDATE ON analytics.transactions
    REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION analytics.roll_up_updated_coarsely();
CREATE TRIGGER transactions_deleted_roll_up_coarsely AFTER DELETE ON analytics.transactions
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION analytics.roll_up_deleted_coarsely();

-- What is there already; the triggers above have locked writers out until the end of this change.
SELECT analytics.mend_roll_ups();
