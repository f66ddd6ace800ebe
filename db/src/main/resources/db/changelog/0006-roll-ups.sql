--liquibase formatted sql

-- Sums that are kept instead of added up anew for every question. Triggers keep them within the transaction that writes,
-- so that they are never behind, whoever writes.

--changeset spend-tracker:roll-up-tables
CREATE TABLE analytics.daily_totals (
    user_id           bigint         NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    kind              text           NOT NULL,
    day               date           NOT NULL,
    category_id       integer        NOT NULL,
    currency          text           NOT NULL,
    total             numeric(23, 4) NOT NULL,
    refunds           numeric(23, 4) NOT NULL CHECK (refunds <= 0),
    transaction_count integer        NOT NULL CHECK (transaction_count >= 0),
    refund_count      integer        NOT NULL CHECK (refund_count BETWEEN 0 AND transaction_count),
    largest           numeric(19, 4) NOT NULL,
    PRIMARY KEY (user_id, kind, day, category_id, currency)
);
COMMENT ON TABLE analytics.daily_totals IS 'What the transactions of each day come to; kept by triggers, never written otherwise';
COMMENT ON COLUMN analytics.daily_totals.total IS 'Of all amounts, so net of refunds';
COMMENT ON COLUMN analytics.daily_totals.refunds IS 'Of the negative amounts: total less refunds is gross';
COMMENT ON COLUMN analytics.daily_totals.transaction_count IS 'Never 0 once a statement has ended: such rows go';
COMMENT ON COLUMN analytics.daily_totals.largest IS 'The largest single amount';
GRANT SELECT ON analytics.daily_totals TO analytics_service;

CREATE TABLE analytics.monthly_merchants (
    user_id           bigint         NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    month             date           NOT NULL,
    merchant          text           NOT NULL,
    category_id       integer        NOT NULL,
    currency          text           NOT NULL,
    total             numeric(23, 4) NOT NULL,
    refunds           numeric(23, 4) NOT NULL CHECK (refunds <= 0),
    transaction_count integer        NOT NULL CHECK (transaction_count >= 0),
    refund_count      integer        NOT NULL CHECK (refund_count BETWEEN 0 AND transaction_count),
    PRIMARY KEY (user_id, month, merchant, category_id, currency)
);
COMMENT ON TABLE analytics.monthly_merchants IS 'What was spent at each merchant in each month; kept by triggers, never written otherwise';
COMMENT ON COLUMN analytics.monthly_merchants.month IS 'Its first day';
COMMENT ON COLUMN analytics.monthly_merchants.total IS 'Of all amounts, so net of refunds';
COMMENT ON COLUMN analytics.monthly_merchants.refunds IS 'Of the negative amounts: total less refunds is gross';
COMMENT ON COLUMN analytics.monthly_merchants.transaction_count IS 'Never 0 once a statement has ended: such rows go';
GRANT SELECT ON analytics.monthly_merchants TO analytics_service;

-- What the two tables must hold, column by column.
CREATE VIEW analytics.daily_sums AS
SELECT user_id, kind, transaction_date AS day, category_id, currency,
       sum(amount)::numeric(23, 4) AS total,
       coalesce(sum(amount) FILTER (WHERE amount < 0), 0)::numeric(23, 4) AS refunds,
       count(*)::integer AS transaction_count,
       (count(*) FILTER (WHERE amount < 0))::integer AS refund_count,
       max(amount)::numeric(19, 4) AS largest
FROM analytics.transactions
GROUP BY user_id, kind, day, category_id, currency;
COMMENT ON VIEW analytics.daily_sums IS 'What daily_totals must hold, added up anew';

CREATE VIEW analytics.merchant_sums AS
SELECT user_id, date_trunc('month', transaction_date::timestamp)::date AS month, merchant, category_id, currency,
       sum(amount)::numeric(23, 4) AS total,
       coalesce(sum(amount) FILTER (WHERE amount < 0), 0)::numeric(23, 4) AS refunds,
       count(*)::integer AS transaction_count,
       (count(*) FILTER (WHERE amount < 0))::integer AS refund_count
FROM analytics.transactions
WHERE kind = 'spending' AND merchant IS NOT NULL
GROUP BY user_id, month, merchant, category_id, currency;
COMMENT ON VIEW analytics.merchant_sums IS 'What monthly_merchants must hold, added up anew';

--changeset spend-tracker:roll-up-functions splitStatements:false runOnChange:true
-- All of these touch the rows of a table in the order of its key: two writers may wait for each other, never in a circle.
CREATE OR REPLACE FUNCTION analytics.roll_up_inserted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
    INSERT INTO analytics.daily_totals AS d
    SELECT user_id, kind, transaction_date, category_id, currency,
           sum(amount), coalesce(sum(amount) FILTER (WHERE amount < 0), 0),
           count(*), count(*) FILTER (WHERE amount < 0), max(amount)
    FROM added
    GROUP BY 1, 2, 3, 4, 5
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (user_id, kind, day, category_id, currency) DO UPDATE
    SET total = d.total + excluded.total,
        refunds = d.refunds + excluded.refunds,
        transaction_count = d.transaction_count + excluded.transaction_count,
        refund_count = d.refund_count + excluded.refund_count,
        largest = greatest(d.largest, excluded.largest);

    INSERT INTO analytics.monthly_merchants AS m
    SELECT user_id, date_trunc('month', transaction_date::timestamp)::date, merchant, category_id, currency,
           sum(amount), coalesce(sum(amount) FILTER (WHERE amount < 0), 0),
           count(*), count(*) FILTER (WHERE amount < 0)
    FROM added
    WHERE kind = 'spending' AND merchant IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (user_id, month, merchant, category_id, currency) DO UPDATE
    SET total = m.total + excluded.total,
        refunds = m.refunds + excluded.refunds,
        transaction_count = m.transaction_count + excluded.transaction_count,
        refund_count = m.refund_count + excluded.refund_count;
    RETURN NULL;
END
$$;

-- Subtracts from rows that are there, and makes none: when a person is deleted, theirs may be gone already.
-- The rows are locked by a statement of its own, so that the next one sees what those who held them before have committed.
CREATE OR REPLACE FUNCTION analytics.roll_up_deleted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
    SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off
AS $$
BEGIN
    PERFORM FROM analytics.daily_totals AS d
    WHERE (d.user_id, d.kind, d.day, d.category_id, d.currency) IN
        (SELECT user_id, kind, transaction_date, category_id, currency FROM removed)
    ORDER BY d.user_id, d.kind, d.day, d.category_id, d.currency
    FOR UPDATE;
    DELETE FROM analytics.daily_totals AS d
    USING (SELECT user_id, kind, transaction_date AS day, category_id, currency, count(*) AS transaction_count
           FROM removed GROUP BY 1, 2, 3, 4, 5) AS r
    WHERE d.user_id = r.user_id AND d.kind = r.kind AND d.day = r.day
      AND d.category_id = r.category_id AND d.currency = r.currency
      AND d.transaction_count = r.transaction_count;
    UPDATE analytics.daily_totals AS d
    SET total = d.total - r.total,
        refunds = d.refunds - r.refunds,
        transaction_count = d.transaction_count - r.transaction_count,
        refund_count = d.refund_count - r.refund_count,
        largest = CASE WHEN d.largest > r.largest THEN d.largest ELSE
            (SELECT max(t.amount) FROM analytics.transactions AS t
             WHERE t.user_id = d.user_id AND t.kind = d.kind AND t.transaction_date = d.day
               AND t.category_id = d.category_id AND t.currency = d.currency) END
    FROM (SELECT user_id, kind, transaction_date AS day, category_id, currency,
                 sum(amount) AS total, coalesce(sum(amount) FILTER (WHERE amount < 0), 0) AS refunds,
                 count(*) AS transaction_count, count(*) FILTER (WHERE amount < 0) AS refund_count, max(amount) AS largest
          FROM removed GROUP BY 1, 2, 3, 4, 5) AS r
    WHERE d.user_id = r.user_id AND d.kind = r.kind AND d.day = r.day
      AND d.category_id = r.category_id AND d.currency = r.currency
      AND d.transaction_count > r.transaction_count;

    PERFORM FROM analytics.monthly_merchants AS m
    WHERE (m.user_id, m.month, m.merchant, m.category_id, m.currency) IN
        (SELECT user_id, date_trunc('month', transaction_date::timestamp)::date, merchant, category_id, currency
         FROM removed WHERE kind = 'spending')
    ORDER BY m.user_id, m.month, m.merchant, m.category_id, m.currency
    FOR UPDATE;
    DELETE FROM analytics.monthly_merchants AS m
    USING (SELECT user_id, date_trunc('month', transaction_date::timestamp)::date AS month, merchant, category_id, currency,
                  count(*) AS transaction_count
           FROM removed WHERE kind = 'spending' GROUP BY 1, 2, 3, 4, 5) AS r
    WHERE m.user_id = r.user_id AND m.month = r.month AND m.merchant = r.merchant
      AND m.category_id = r.category_id AND m.currency = r.currency
      AND m.transaction_count = r.transaction_count;
    UPDATE analytics.monthly_merchants AS m
    SET total = m.total - r.total,
        refunds = m.refunds - r.refunds,
        transaction_count = m.transaction_count - r.transaction_count,
        refund_count = m.refund_count - r.refund_count
    FROM (SELECT user_id, date_trunc('month', transaction_date::timestamp)::date AS month, merchant, category_id, currency,
                 sum(amount) AS total, coalesce(sum(amount) FILTER (WHERE amount < 0), 0) AS refunds,
                 count(*) AS transaction_count, count(*) FILTER (WHERE amount < 0) AS refund_count
          FROM removed WHERE kind = 'spending' GROUP BY 1, 2, 3, 4, 5) AS r
    WHERE m.user_id = r.user_id AND m.month = r.month AND m.merchant = r.merchant
      AND m.category_id = r.category_id AND m.currency = r.currency
      AND m.transaction_count > r.transaction_count;
    RETURN NULL;
END
$$;

-- What was there before leaves, what is there now arrives; where that comes to nothing, nothing is touched. The first
-- statement makes the rows that are missing and locks all the others (ON CONFLICT locks what its WHERE leaves alone).
CREATE OR REPLACE FUNCTION analytics.roll_up_updated() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
    SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off
AS $$
BEGIN
    INSERT INTO analytics.daily_totals AS d
    SELECT user_id, kind, transaction_date, category_id, currency, 0, 0, 0, 0, max(amount)
    FROM (SELECT user_id, kind, transaction_date, category_id, currency, amount, -1 AS sign FROM removed
          UNION ALL
          SELECT user_id, kind, transaction_date, category_id, currency, amount, 1 FROM added) AS c
    GROUP BY 1, 2, 3, 4, 5
    HAVING sum(sign) <> 0 OR sum(sign * amount) <> 0
        OR sum(sign * amount) FILTER (WHERE amount < 0) <> 0 OR sum(sign) FILTER (WHERE amount < 0) <> 0
        OR max(amount) FILTER (WHERE sign < 0) IS DISTINCT FROM max(amount) FILTER (WHERE sign > 0)
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (user_id, kind, day, category_id, currency) DO UPDATE SET total = d.total WHERE false;
    UPDATE analytics.daily_totals AS d
    SET total = d.total + c.total,
        refunds = d.refunds + c.refunds,
        transaction_count = d.transaction_count + c.transaction_count,
        refund_count = d.refund_count + c.refund_count,
        largest = CASE WHEN c.leaving IS NULL OR c.leaving < d.largest OR c.leaving <= c.arriving
            THEN greatest(d.largest, c.arriving)
            ELSE coalesce((SELECT max(t.amount) FROM analytics.transactions AS t
                           WHERE t.user_id = d.user_id AND t.kind = d.kind AND t.transaction_date = d.day
                             AND t.category_id = d.category_id AND t.currency = d.currency), d.largest) END
    FROM (SELECT user_id, kind, transaction_date AS day, category_id, currency,
                 sum(sign * amount) AS total, coalesce(sum(sign * amount) FILTER (WHERE amount < 0), 0) AS refunds,
                 sum(sign) AS transaction_count, coalesce(sum(sign) FILTER (WHERE amount < 0), 0) AS refund_count,
                 max(amount) FILTER (WHERE sign < 0) AS leaving, max(amount) FILTER (WHERE sign > 0) AS arriving
          FROM (SELECT user_id, kind, transaction_date, category_id, currency, amount, -1 AS sign FROM removed
                UNION ALL
                SELECT user_id, kind, transaction_date, category_id, currency, amount, 1 FROM added) AS c
          GROUP BY 1, 2, 3, 4, 5
          HAVING sum(sign) <> 0 OR sum(sign * amount) <> 0
              OR sum(sign * amount) FILTER (WHERE amount < 0) <> 0 OR sum(sign) FILTER (WHERE amount < 0) <> 0
              OR max(amount) FILTER (WHERE sign < 0) IS DISTINCT FROM max(amount) FILTER (WHERE sign > 0)) AS c
    WHERE d.user_id = c.user_id AND d.kind = c.kind AND d.day = c.day
      AND d.category_id = c.category_id AND d.currency = c.currency;
    DELETE FROM analytics.daily_totals AS d
    USING (SELECT DISTINCT user_id, kind, transaction_date AS day, category_id, currency FROM removed) AS r
    WHERE d.user_id = r.user_id AND d.kind = r.kind AND d.day = r.day
      AND d.category_id = r.category_id AND d.currency = r.currency
      AND d.transaction_count = 0;

    INSERT INTO analytics.monthly_merchants AS m
    SELECT user_id, date_trunc('month', transaction_date::timestamp)::date, merchant, category_id, currency, 0, 0, 0, 0
    FROM (SELECT user_id, transaction_date, merchant, category_id, currency, amount, -1 AS sign
          FROM removed WHERE kind = 'spending' AND merchant IS NOT NULL
          UNION ALL
          SELECT user_id, transaction_date, merchant, category_id, currency, amount, 1
          FROM added WHERE kind = 'spending' AND merchant IS NOT NULL) AS c
    GROUP BY 1, 2, 3, 4, 5
    HAVING sum(sign) <> 0 OR sum(sign * amount) <> 0
        OR sum(sign * amount) FILTER (WHERE amount < 0) <> 0 OR sum(sign) FILTER (WHERE amount < 0) <> 0
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (user_id, month, merchant, category_id, currency) DO UPDATE SET total = m.total WHERE false;
    UPDATE analytics.monthly_merchants AS m
    SET total = m.total + c.total,
        refunds = m.refunds + c.refunds,
        transaction_count = m.transaction_count + c.transaction_count,
        refund_count = m.refund_count + c.refund_count
    FROM (SELECT user_id, date_trunc('month', transaction_date::timestamp)::date AS month, merchant, category_id, currency,
                 sum(sign * amount) AS total, coalesce(sum(sign * amount) FILTER (WHERE amount < 0), 0) AS refunds,
                 sum(sign) AS transaction_count, coalesce(sum(sign) FILTER (WHERE amount < 0), 0) AS refund_count
          FROM (SELECT user_id, transaction_date, merchant, category_id, currency, amount, -1 AS sign
                FROM removed WHERE kind = 'spending' AND merchant IS NOT NULL
                UNION ALL
                SELECT user_id, transaction_date, merchant, category_id, currency, amount, 1
                FROM added WHERE kind = 'spending' AND merchant IS NOT NULL) AS c
          GROUP BY 1, 2, 3, 4, 5
          HAVING sum(sign) <> 0 OR sum(sign * amount) <> 0
              OR sum(sign * amount) FILTER (WHERE amount < 0) <> 0 OR sum(sign) FILTER (WHERE amount < 0) <> 0) AS c
    WHERE m.user_id = c.user_id AND m.month = c.month AND m.merchant = c.merchant
      AND m.category_id = c.category_id AND m.currency = c.currency;
    DELETE FROM analytics.monthly_merchants AS m
    USING (SELECT DISTINCT user_id, date_trunc('month', transaction_date::timestamp)::date AS month, merchant, category_id, currency
           FROM removed WHERE kind = 'spending') AS r
    WHERE m.user_id = r.user_id AND m.month = r.month AND m.merchant = r.merchant
      AND m.category_id = r.category_id AND m.currency = r.currency
      AND m.transaction_count = 0;
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
    SELECT 'monthly_merchants', to_jsonb(kept), to_jsonb(summed)
    FROM analytics.monthly_merchants AS kept
    FULL JOIN analytics.merchant_sums AS summed USING (user_id, month, merchant, category_id, currency)
    WHERE kept IS DISTINCT FROM summed
$$;
COMMENT ON FUNCTION analytics.roll_up_differences IS 'Where the kept sums are not those of the transactions: nowhere, or triggers were switched off';
REVOKE EXECUTE ON FUNCTION analytics.roll_up_differences FROM PUBLIC;

-- Writers wait, so that nothing changes between adding up and storing.
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
    RETURN differences;
END
$$;
COMMENT ON FUNCTION analytics.mend_roll_ups IS 'Makes the kept sums those of the transactions, and returns how many were not';
REVOKE EXECUTE ON FUNCTION analytics.mend_roll_ups FROM PUBLIC;

--changeset spend-tracker:roll-ups-are-kept splitStatements:false
CREATE TRIGGER transactions_inserted_roll_up AFTER INSERT ON analytics.transactions
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION analytics.roll_up_inserted();
CREATE TRIGGER transactions_updated_roll_up AFTER UPDATE ON analytics.transactions
    REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION analytics.roll_up_updated();
CREATE TRIGGER transactions_deleted_roll_up AFTER DELETE ON analytics.transactions
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION analytics.roll_up_deleted();

-- What is there already; the triggers above have locked writers out until the end of this change.
SELECT analytics.mend_roll_ups();
