--liquibase formatted sql

-- What people bring themselves: accounts, imports, rules, and where each transaction's category came from.

--changeset spend-tracker:accounts
CREATE TABLE analytics.accounts (
    user_id    bigint      NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    id         integer     GENERATED ALWAYS AS IDENTITY,
    name       text        NOT NULL CHECK (name <> '' AND name = btrim(name) AND char_length(name) <= 100),
    identifier text        CHECK (identifier <> '' AND char_length(identifier) <= 100),
    currency   text        CHECK (currency ~ '^[A-Z]{3}$'),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, id)
);
CREATE UNIQUE INDEX accounts_name_key ON analytics.accounts (user_id, lower(name));
CREATE UNIQUE INDEX accounts_identifier_key ON analytics.accounts (user_id, identifier);
COMMENT ON TABLE analytics.accounts IS 'The bank accounts, cards and wallets of each person';
COMMENT ON COLUMN analytics.accounts.identifier IS 'How bank files name it: an IBAN, or bank and account number';
COMMENT ON COLUMN analytics.accounts.currency IS 'ISO 4217 code of its balance, for files that do not say it';
GRANT SELECT, INSERT, UPDATE, DELETE ON analytics.accounts TO analytics_service;

--changeset spend-tracker:imports
CREATE TABLE analytics.imports (
    user_id         bigint      NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    id              integer     GENERATED ALWAYS AS IDENTITY,
    idempotency_key text        CHECK (idempotency_key <> '' AND char_length(idempotency_key) <= 255),
    request_hash    text        NOT NULL,
    file_name       text        NOT NULL CHECK (char_length(file_name) <= 255),
    file_size       bigint      NOT NULL CHECK (file_size >= 0),
    format          text        NOT NULL CHECK (format IN ('csv', 'ofx', 'qif', 'camt', 'mt940')),
    new_rows        integer     NOT NULL CHECK (new_rows >= 0),
    duplicate_rows  integer     NOT NULL CHECK (duplicate_rows >= 0),
    rejected_rows   integer     NOT NULL CHECK (rejected_rows >= 0),
    details         jsonb       NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    undone_at       timestamptz,
    PRIMARY KEY (user_id, id)
);
CREATE UNIQUE INDEX imports_idempotency_key ON analytics.imports (user_id, idempotency_key);
COMMENT ON TABLE analytics.imports IS 'One row for each file that was imported; undone ones stay, as a record';
COMMENT ON COLUMN analytics.imports.idempotency_key IS 'What the client calls its request, so that a retry does not import twice';
COMMENT ON COLUMN analytics.imports.request_hash IS 'SHA-256 of the file and the options: the same key with another request is a mistake';
COMMENT ON COLUMN analytics.imports.details IS 'The rest of the report: accounts, balances, mapping, remarks';
GRANT SELECT, INSERT, UPDATE, DELETE ON analytics.imports TO analytics_service;

--changeset spend-tracker:rules
CREATE TABLE analytics.rules (
    user_id        bigint         NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    id             integer        GENERATED ALWAYS AS IDENTITY,
    position       integer        NOT NULL,
    field          text           NOT NULL CHECK (field IN ('any', 'merchant', 'description')),
    comparison     text           NOT NULL CHECK (comparison IN ('contains', 'equals', 'matches')),
    pattern        text           NOT NULL CHECK (pattern <> '' AND char_length(pattern) <= 200),
    min_amount     numeric(19, 4) CHECK (min_amount >= 0),
    max_amount     numeric(19, 4) CHECK (max_amount >= 0),
    account_id     integer,
    set_category   integer,
    set_merchant   text           CHECK (set_merchant <> '' AND char_length(set_merchant) <= 200),
    set_kind       text           CHECK (set_kind IN ('spending', 'income', 'transfer')),
    created_at     timestamptz    NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, id),
    FOREIGN KEY (user_id, account_id) REFERENCES analytics.accounts (user_id, id) ON DELETE CASCADE,
    FOREIGN KEY (user_id, set_category) REFERENCES analytics.categories (user_id, id) ON DELETE CASCADE,
    CHECK (min_amount <= max_amount),
    CHECK (set_category IS NOT NULL OR set_merchant IS NOT NULL OR set_kind IS NOT NULL)
);
CREATE UNIQUE INDEX rules_position_key ON analytics.rules (user_id, position, id);
COMMENT ON TABLE analytics.rules IS 'What a person wants done to the transactions that match; the first that matches counts';
COMMENT ON COLUMN analytics.rules.position IS 'Rules are tried in ascending order';
COMMENT ON COLUMN analytics.rules.min_amount IS 'Compared, inclusively, with the amount without its sign';
GRANT SELECT, INSERT, UPDATE, DELETE ON analytics.rules TO analytics_service;

--changeset spend-tracker:transactions-of-ones-own
ALTER TABLE analytics.transactions
    ADD COLUMN account_id      integer,
    ADD COLUMN version         integer NOT NULL DEFAULT 1,
    ADD COLUMN category_source text    NOT NULL DEFAULT 'hand'
        CHECK (category_source IN ('hand', 'rule', 'learnt', 'known', 'file', 'transfer', 'none')),
    ADD COLUMN rule_id         integer,
    ADD COLUMN learnt_from     integer,
    ADD COLUMN import_id       integer,
    ADD COLUMN source_key      uuid,
    ADD COLUMN occurrence      integer CHECK (occurrence > 0),
    ADD COLUMN split_of        bigint,
    ADD COLUMN counterpart_id  bigint;
INSERT INTO analytics.accounts (user_id, name, currency)
SELECT DISTINCT ON (user_id, lower(btrim(account))) user_id, btrim(account), currency
FROM analytics.transactions
WHERE btrim(account) <> ''
ORDER BY user_id, lower(btrim(account)), id;
UPDATE analytics.transactions AS t
SET account_id = a.id
FROM analytics.accounts AS a
WHERE a.user_id = t.user_id AND lower(a.name) = lower(btrim(t.account));
ALTER TABLE analytics.transactions
    DROP COLUMN account,
    DROP CONSTRAINT transactions_only_spending_may_be_negative,
    ADD CONSTRAINT transactions_income_is_positive CHECK (kind <> 'income' OR amount > 0),
    ADD CONSTRAINT transactions_imported_rows_are_counted CHECK ((source_key IS NULL) = (occurrence IS NULL)),
    ADD FOREIGN KEY (user_id, account_id) REFERENCES analytics.accounts (user_id, id),
    ADD FOREIGN KEY (user_id, import_id) REFERENCES analytics.imports (user_id, id),
    ADD FOREIGN KEY (user_id, rule_id) REFERENCES analytics.rules (user_id, id) ON DELETE SET NULL (rule_id);
CREATE UNIQUE INDEX transactions_source_key ON analytics.transactions (user_id, account_id, source_key, occurrence)
    WHERE source_key IS NOT NULL;
CREATE INDEX transactions_import_idx ON analytics.transactions (user_id, import_id) WHERE import_id IS NOT NULL;
CREATE INDEX transactions_rule_idx ON analytics.transactions (user_id, rule_id) WHERE rule_id IS NOT NULL;
CREATE INDEX transactions_split_idx ON analytics.transactions (user_id, split_of) WHERE split_of IS NOT NULL;
COMMENT ON COLUMN analytics.transactions.amount IS 'In units of the currency. Income is what arrived. All else is what left the account: a refund, or a transfer that arrives, is negative';
COMMENT ON COLUMN analytics.transactions.version IS 'Counts changes, so that two editors notice each other';
COMMENT ON COLUMN analytics.transactions.category_source IS 'Why it has its category: chosen by hand, by rule rule_id, learnt from learnt_from choices, a known merchant, named in the file, a recognised transfer, or no reason';
COMMENT ON COLUMN analytics.transactions.source_key IS 'Hash of what the bank wrote, the same in every export of the account; unchanged by edits';
COMMENT ON COLUMN analytics.transactions.occurrence IS 'Which of several equal bookings it is, counted from 1: two equal coffees on one day are two';
COMMENT ON COLUMN analytics.transactions.split_of IS 'The transaction that this is a part of; what that one has left is the first part';
COMMENT ON COLUMN analytics.transactions.counterpart_id IS 'The other side of a recognised transfer between own accounts';
GRANT INSERT, UPDATE, DELETE ON analytics.transactions TO analytics_service;
GRANT INSERT, UPDATE, DELETE ON analytics.categories TO analytics_service;

--changeset spend-tracker:import-rows
CREATE TABLE analytics.import_rows (
    user_id          bigint  NOT NULL,
    import_id        integer NOT NULL,
    row              integer NOT NULL,
    line             integer NOT NULL,
    outcome          text    NOT NULL CHECK (outcome IN ('duplicate', 'rejected')),
    field            text,
    reason           text,
    excerpt          text,
    equals_id        bigint,
    kept_id          bigint,
    amount           numeric(19, 4),
    currency         text,
    kind             text,
    category_id      integer,
    merchant         text,
    description      text,
    transaction_date date,
    account_id       integer,
    category_source  text,
    source_key       uuid,
    PRIMARY KEY (user_id, import_id, row),
    FOREIGN KEY (user_id, import_id) REFERENCES analytics.imports (user_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE analytics.import_rows IS 'The rows of a file that were not stored, and why: what is here and what was stored add up to the file';
COMMENT ON COLUMN analytics.import_rows.equals_id IS 'The transaction that was there already';
COMMENT ON COLUMN analytics.import_rows.kept_id IS 'The transaction that it became after all, because its owner said so';
GRANT SELECT, INSERT, UPDATE, DELETE ON analytics.import_rows TO analytics_service;

--changeset spend-tracker:import-presets
CREATE TABLE analytics.import_presets (
    user_id    bigint      NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    id         integer     GENERATED ALWAYS AS IDENTITY,
    name       text        NOT NULL CHECK (name <> '' AND name = btrim(name) AND char_length(name) <= 100),
    signature  text        NOT NULL,
    mapping    jsonb       NOT NULL,
    account_id integer,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, id),
    FOREIGN KEY (user_id, account_id) REFERENCES analytics.accounts (user_id, id) ON DELETE SET NULL (account_id)
);
CREATE UNIQUE INDEX import_presets_name_key ON analytics.import_presets (user_id, lower(name));
CREATE UNIQUE INDEX import_presets_signature_key ON analytics.import_presets (user_id, signature);
COMMENT ON TABLE analytics.import_presets IS 'How one bank''s CSV files are to be read, as their owner once confirmed';
COMMENT ON COLUMN analytics.import_presets.signature IS 'What files of that bank have in common: used by itself when it fits again';
GRANT SELECT, INSERT, UPDATE, DELETE ON analytics.import_presets TO analytics_service;

--changeset spend-tracker:deleted-transactions
CREATE TABLE analytics.deleted_transactions (
    user_id    bigint      NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    id         bigint      NOT NULL,
    row        jsonb       NOT NULL,
    deleted_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, id)
);
COMMENT ON TABLE analytics.deleted_transactions IS 'What was deleted by hand, so that it can be brought back';
GRANT SELECT, INSERT, UPDATE, DELETE ON analytics.deleted_transactions TO analytics_service;

--changeset spend-tracker:starter-categories splitStatements:false
CREATE TABLE analytics.starter_categories (
    key   text PRIMARY KEY,
    name  text NOT NULL,
    color text NOT NULL CHECK (color ~ '^#[0-9a-f]{6}$')
);
COMMENT ON TABLE analytics.starter_categories IS 'The categories that everybody begins with; their keys are what known merchants are sorted by';
GRANT SELECT ON analytics.starter_categories TO analytics_service;
INSERT INTO analytics.starter_categories (key, name, color) VALUES
    ('groceries', 'Groceries', '#2e7d32'),
    ('eating-out', 'Eating out', '#ef6c00'),
    ('housing', 'Housing', '#5d4037'),
    ('utilities', 'Utilities', '#0277bd'),
    ('transport', 'Transport', '#00838f'),
    ('travel', 'Travel', '#6a1b9a'),
    ('shopping', 'Shopping', '#c2185b'),
    ('health', 'Health', '#d32f2f'),
    ('entertainment', 'Entertainment', '#7b1fa2'),
    ('technology', 'Technology', '#1565c0'),
    ('education', 'Education', '#283593'),
    ('insurance', 'Insurance', '#455a64'),
    ('children', 'Children', '#f9a825'),
    ('pets', 'Pets', '#8d6e63'),
    ('gifts', 'Gifts and donations', '#ad1457'),
    ('fees', 'Fees', '#616161'),
    ('taxes', 'Taxes', '#424242'),
    ('cash', 'Cash', '#558b2f'),
    ('income', 'Income', '#00695c'),
    ('transfers', 'Transfers', '#546e7a'),
    ('uncategorised', 'Uncategorised', '#757575');

ALTER TABLE analytics.categories ADD COLUMN starter text REFERENCES analytics.starter_categories;
CREATE UNIQUE INDEX categories_starter_key ON analytics.categories (user_id, starter);
COMMENT ON COLUMN analytics.categories.starter IS 'Which of the categories that everybody begins with it is, however its owner renames it';
UPDATE analytics.categories AS c SET starter = s.key
FROM analytics.starter_categories AS s
WHERE lower(s.name) = lower(c.name);

CREATE FUNCTION auth.begin_with_categories(user_id bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
AS $$
    INSERT INTO analytics.categories (user_id, name, color, starter)
    SELECT $1, s.name, s.color, s.key FROM analytics.starter_categories AS s ORDER BY s.key
$$;
COMMENT ON FUNCTION auth.begin_with_categories IS 'Runs as the owner of the schemas: whoever signs somebody up may not enter theirs';
REVOKE EXECUTE ON FUNCTION auth.begin_with_categories FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth.begin_with_categories TO auth_service;
GRANT INSERT, UPDATE, DELETE ON auth.users TO auth_service;

--changeset spend-tracker:demo-accounts context:demo splitStatements:false
CREATE OR REPLACE FUNCTION demo.extend(today date) RETURNS bigint
    LANGUAGE plpgsql
AS $$
DECLARE
    history demo.histories;
    written bigint;
    total   bigint := 0;
BEGIN
    FOR history IN SELECT * FROM demo.histories WHERE last_day < today ORDER BY user_id FOR UPDATE LOOP
        INSERT INTO analytics.accounts (user_id, name, currency)
        SELECT DISTINCT history.user_id, b.account, 'USD'
        FROM demo.bookings(history.persona, history.first_day, history.last_day + 1, today) AS b
        ON CONFLICT DO NOTHING;
        INSERT INTO analytics.transactions
            (user_id, amount, currency, kind, category_id, merchant, description, transaction_date, account_id)
        SELECT history.user_id, b.amount, 'USD', b.kind, c.category_id, b.merchant, b.description, b.day, a.id
        FROM demo.bookings(history.persona, history.first_day, history.last_day + 1, today) AS b
        JOIN demo.categories AS c ON c.user_id = history.user_id AND c.name = b.category
        JOIN analytics.accounts AS a ON a.user_id = history.user_id AND lower(a.name) = lower(b.account)
        ORDER BY b.day, b.slot, b.amount;
        GET DIAGNOSTICS written = ROW_COUNT;
        total := total + written;
        UPDATE demo.histories SET last_day = today WHERE user_id = history.user_id;
    END LOOP;
    RETURN total;
END
$$;
