--liquibase formatted sql

-- The demo history is a pure function of (persona, first day, day): no random(), no clock, no floating point. The same
-- day gives the same rows on every machine, and a later migration can go on where the last one stopped.

--changeset spend-tracker:demo-tables context:demo
CREATE SCHEMA demo;
COMMENT ON SCHEMA demo IS 'Makes the history of the demo accounts; no service may enter';

CREATE TABLE demo.histories (
    user_id   bigint PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE,
    persona   text   NOT NULL,
    first_day date   NOT NULL,
    last_day  date   NOT NULL
);
COMMENT ON TABLE demo.histories IS 'How far each demo account''s history has been written; days up to last_day are never touched again';

CREATE TABLE demo.categories (
    user_id     bigint  NOT NULL,
    name        text    NOT NULL,
    category_id integer NOT NULL,
    PRIMARY KEY (user_id, name),
    FOREIGN KEY (user_id, category_id) REFERENCES analytics.categories ON DELETE CASCADE
);
COMMENT ON TABLE demo.categories IS 'Which category the generator means, however its owner renames it; gone when its owner deletes it';

CREATE TABLE demo.standing_orders (
    slot        integer  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    persona     text     NOT NULL,
    kind        text     NOT NULL,
    category    text     NOT NULL,
    merchant    text     NOT NULL,
    description text     NOT NULL,
    account     text     NOT NULL,
    amount      numeric  NOT NULL,
    day         integer  NOT NULL,
    workday     boolean  NOT NULL DEFAULT false,
    season      integer[] NOT NULL DEFAULT '{100,100,100,100,100,100,100,100,100,100,100,100}',
    jitter      integer  NOT NULL DEFAULT 0,
    first_month integer  NOT NULL DEFAULT 0,
    last_month  integer  NOT NULL DEFAULT 100000
);
COMMENT ON TABLE demo.standing_orders IS 'What comes on its day of the month; a price rise is a second row that begins where the first ends';
COMMENT ON COLUMN demo.standing_orders.day IS 'Day of the month; in a shorter month its last day';
COMMENT ON COLUMN demo.standing_orders.workday IS 'Moved to Friday when it falls on a weekend';
COMMENT ON COLUMN demo.standing_orders.season IS 'Percent of the amount in January to December; 0: not in that month';
COMMENT ON COLUMN demo.standing_orders.jitter IS 'Percent by which the amount may differ either way';
COMMENT ON COLUMN demo.standing_orders.first_month IS 'Months since the history began, inclusive, as last_month';

CREATE TABLE demo.habits (
    slot        integer  GENERATED ALWAYS AS IDENTITY (START WITH 1001) PRIMARY KEY,
    persona     text     NOT NULL,
    category    text     NOT NULL,
    merchant    text     NOT NULL,
    description text     NOT NULL,
    account     text     NOT NULL,
    chances     integer[] NOT NULL,
    prices      numeric[],
    low         numeric,
    high        numeric,
    season      integer[] NOT NULL DEFAULT '{100,100,100,100,100,100,100,100,100,100,100,100}',
    twins       integer  NOT NULL DEFAULT 0,
    refunds     integer  NOT NULL DEFAULT 0,
    quiet_days  boolean  NOT NULL DEFAULT false,
    CHECK ((prices IS NULL) = (low IS NOT NULL AND high IS NOT NULL))
);
COMMENT ON TABLE demo.habits IS 'What is bought now and then';
COMMENT ON COLUMN demo.habits.chances IS 'Per mille on Monday to Sunday';
COMMENT ON COLUMN demo.habits.season IS 'Percent of the chance in January to December';
COMMENT ON COLUMN demo.habits.twins IS 'Per mille of the purchases that are made twice on the same day';
COMMENT ON COLUMN demo.habits.refunds IS 'Per mille of the purchases that are refunded some days later';
COMMENT ON COLUMN demo.habits.quiet_days IS 'Bought on days on which nothing else was';

--changeset spend-tracker:demo-dice context:demo splitStatements:false
CREATE FUNCTION demo.dice(persona text, slot integer, day date, purpose text, sides integer) RETURNS integer
    LANGUAGE sql IMMUTABLE
    RETURN (('x' || encode(substr(sha256(convert_to(
        persona || '|' || slot || '|' || (day - DATE '2000-01-01') || '|' || purpose, 'UTF8')), 1, 4), 'hex'))::bit(32)::bigint
        % sides)::integer;
COMMENT ON FUNCTION demo.dice IS 'A number from 0 to sides - 1 that is always the same for the same arguments';

--changeset spend-tracker:demo-standing-bookings context:demo splitStatements:false
CREATE FUNCTION demo.standing_bookings(whose text, first_day date, from_day date, to_day date)
    RETURNS TABLE (day date, slot integer, kind text, category text, merchant text, description text, account text, amount numeric)
    LANGUAGE sql STABLE
AS $$
    SELECT posted, o.slot, o.kind, o.category, o.merchant, o.description, o.account,
           round(o.amount * o.season[month_of_year] / 100
               * (100000 + o.jitter * (demo.dice(o.persona, o.slot, due, 'jitter', 2001) - 1000)) / 100000, 2)
    FROM generate_series(0, 12 * (extract(year FROM to_day)::integer - extract(year FROM first_day)::integer) + 12) AS n
    CROSS JOIN LATERAL (SELECT (date_trunc('month', first_day::timestamp) + make_interval(months => n))::date AS month) AS m
    CROSS JOIN LATERAL (SELECT extract(month FROM month)::integer AS month_of_year,
                               extract(day FROM month + interval '1 month' - interval '1 day')::integer AS days) AS y
    JOIN demo.standing_orders AS o
        ON o.persona = whose AND n BETWEEN o.first_month AND o.last_month AND o.season[month_of_year] > 0
    CROSS JOIN LATERAL (SELECT month + least(o.day, days) - 1 AS due) AS d
    CROSS JOIN LATERAL (SELECT CASE WHEN o.workday THEN due - greatest(extract(isodow FROM due)::integer - 5, 0)
                                    ELSE due END AS posted) AS p
    WHERE posted BETWEEN greatest(from_day, first_day) AND to_day
$$;

--changeset spend-tracker:demo-purchases context:demo splitStatements:false
CREATE FUNCTION demo.purchases(whose text, from_day date, to_day date)
    RETURNS TABLE (day date, slot integer, category text, merchant text, description text, account text, amount numeric, refunded_on date)
    LANGUAGE sql STABLE
AS $$
    SELECT d.day, h.slot, h.category, h.merchant, h.description, h.account,
           CASE WHEN h.prices IS NOT NULL
                THEN h.prices[1 + demo.dice(whose, h.slot, d.day, 'price', cardinality(h.prices))]
                -- Squared, because small purchases are more common than large ones.
                ELSE round(h.low + (h.high - h.low) * power_of / 1000000, 2) END,
           CASE WHEN copy = 1 AND demo.dice(whose, h.slot, d.day, 'refund', 1000) < h.refunds
                THEN d.day + 3 + demo.dice(whose, h.slot, d.day, 'refund day', 8) END
    FROM (SELECT from_day + n AS day FROM generate_series(0, to_day - from_day) AS n) AS d
    JOIN demo.habits AS h
        ON h.persona = whose
        AND demo.dice(whose, h.slot, d.day, 'happens', 100000)
            < h.chances[extract(isodow FROM d.day)::integer] * h.season[extract(month FROM d.day)::integer]
    CROSS JOIN LATERAL (SELECT (demo.dice(whose, h.slot, d.day, 'amount', 1001)::numeric) ^ 2 AS power_of) AS a
    CROSS JOIN LATERAL generate_series(
        1, CASE WHEN demo.dice(whose, h.slot, d.day, 'twins', 1000) < h.twins THEN 2 ELSE 1 END) AS copy
$$;

--changeset spend-tracker:demo-bookings context:demo splitStatements:false
CREATE FUNCTION demo.bookings(whose text, first_day date, from_day date, to_day date)
    RETURNS TABLE (day date, slot integer, kind text, category text, merchant text, description text, account text, amount numeric)
    LANGUAGE sql STABLE
AS $$
    WITH purchases AS (
        -- A refund comes at most ten days after its purchase, and never without one.
        SELECT * FROM demo.purchases(whose, greatest(first_day, from_day - 10), to_day)
    ), booked AS (
        SELECT * FROM demo.standing_bookings(whose, first_day, from_day, to_day)
        UNION ALL
        SELECT day, slot, 'spending', category, merchant, description, account, amount
        FROM purchases WHERE day >= from_day
        UNION ALL
        SELECT refunded_on, slot, 'spending', category, merchant, 'REFUND ' || description, account, -amount
        FROM purchases WHERE refunded_on BETWEEN from_day AND to_day
    )
    SELECT * FROM booked
    UNION ALL
    SELECT d.day, h.slot, 'spending', h.category, h.merchant, h.description, h.account,
           h.prices[1 + demo.dice(whose, h.slot, d.day, 'quiet', cardinality(h.prices))]
    FROM (SELECT from_day + n AS day FROM generate_series(0, to_day - from_day) AS n) AS d
    JOIN demo.habits AS h ON h.persona = whose AND h.quiet_days
    WHERE NOT EXISTS (SELECT FROM booked AS b WHERE b.day = d.day)
$$;

--changeset spend-tracker:demo-extend context:demo splitStatements:false
CREATE FUNCTION demo.extend(today date) RETURNS bigint
    LANGUAGE plpgsql
AS $$
DECLARE
    history demo.histories;
    written bigint;
    total   bigint := 0;
BEGIN
    FOR history IN SELECT * FROM demo.histories WHERE last_day < today ORDER BY user_id FOR UPDATE LOOP
        INSERT INTO analytics.transactions
            (user_id, amount, currency, kind, category_id, merchant, description, transaction_date, account)
        SELECT history.user_id, b.amount, 'USD', b.kind, c.category_id, b.merchant, b.description, b.day, b.account
        FROM demo.bookings(history.persona, history.first_day, history.last_day + 1, today) AS b
        JOIN demo.categories AS c ON c.user_id = history.user_id AND c.name = b.category
        ORDER BY b.day, b.slot, b.amount;
        GET DIAGNOSTICS written = ROW_COUNT;
        total := total + written;
        UPDATE demo.histories SET last_day = today WHERE user_id = history.user_id;
    END LOOP;
    RETURN total;
END
$$;
COMMENT ON FUNCTION demo.extend IS 'Writes the days after the last one written, up to and including today; returns the number of rows';
