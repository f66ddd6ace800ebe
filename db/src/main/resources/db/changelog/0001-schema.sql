--liquibase formatted sql

--changeset spend-tracker:schemas
CREATE SCHEMA auth;
COMMENT ON SCHEMA auth IS 'People, passwords and signing keys; only auth_service may enter';
GRANT USAGE ON SCHEMA auth TO auth_service;

CREATE SCHEMA analytics;
COMMENT ON SCHEMA analytics IS 'Categories and transactions; only analytics_service may enter';
GRANT USAGE ON SCHEMA analytics TO analytics_service;
-- There are no default privileges: each table says itself who may do what with it.

--changeset spend-tracker:users
CREATE TABLE auth.users (
    id                bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    username          text        NOT NULL CHECK (username <> '' AND username = btrim(username) AND char_length(username) <= 254),
    password_hash     text        NOT NULL CHECK (password_hash <> ''),
    full_name         text        CHECK (char_length(full_name) <= 200),
    age_bracket       text        CHECK (char_length(age_bracket) <= 20),
    location          text        CHECK (char_length(location) <= 200),
    employment_status text        CHECK (char_length(employment_status) <= 100),
    created_at        timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX users_username_key ON auth.users (lower(username));
COMMENT ON TABLE auth.users IS 'One row for each person who may sign in';
COMMENT ON COLUMN auth.users.username IS 'An e-mail address as a rule; unique without regard to case';
COMMENT ON COLUMN auth.users.password_hash IS 'Argon2id in its own text format, with salt and costs';
GRANT SELECT ON auth.users TO auth_service;

--changeset spend-tracker:signing-keys
CREATE TABLE auth.signing_keys (
    kid        text        PRIMARY KEY CHECK (kid <> ''),
    jwk        text        NOT NULL CHECK (jwk <> ''),
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE auth.signing_keys IS 'Private keys that sign access tokens, shared by all instances of auth-service';
COMMENT ON COLUMN auth.signing_keys.jwk IS 'Private JWK as JSON: a secret';
-- A key is added and removed, never changed.
GRANT SELECT, INSERT, DELETE ON auth.signing_keys TO auth_service;

--changeset spend-tracker:categories
CREATE TABLE analytics.categories (
    user_id    bigint      NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    id         integer     GENERATED ALWAYS AS IDENTITY,
    name       text        NOT NULL CHECK (name <> '' AND name = btrim(name) AND char_length(name) <= 100),
    parent_id  integer     CHECK (parent_id <> id),
    color      text        NOT NULL CHECK (color ~ '^#[0-9a-f]{6}$'),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, id),
    FOREIGN KEY (user_id, parent_id) REFERENCES analytics.categories (user_id, id) ON DELETE SET NULL (parent_id),
    CONSTRAINT categories_name_has_no_comma CHECK (strpos(name, ',') = 0)
);
CREATE UNIQUE INDEX categories_name_key ON analytics.categories (user_id, lower(name));
COMMENT ON TABLE analytics.categories IS 'Each person''s own categories; the keys of this schema begin with user_id so that it can be distributed by it';
COMMENT ON COLUMN analytics.categories.name IS 'Unique for its owner without regard to case; no comma, because the API separates names by it';
COMMENT ON COLUMN analytics.categories.color IS 'Colour in charts: #rrggbb in lower case';
GRANT SELECT ON analytics.categories TO analytics_service;

--changeset spend-tracker:transactions
CREATE TABLE analytics.transactions (
    user_id          bigint         NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    id               bigint         GENERATED ALWAYS AS IDENTITY,
    amount           numeric(19, 4) NOT NULL CHECK (amount <> 'NaN'),
    currency         text           NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    kind             text           NOT NULL CHECK (kind IN ('spending', 'income', 'transfer')),
    category_id      integer        NOT NULL,
    merchant         text           CHECK (char_length(merchant) <= 200),
    description      text           CHECK (char_length(description) <= 1000),
    transaction_date date           NOT NULL CHECK (transaction_date BETWEEN '1900-01-01' AND '9999-12-31'),
    account          text           CHECK (char_length(account) <= 100),
    created_at       timestamptz    NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, id),
    FOREIGN KEY (user_id, category_id) REFERENCES analytics.categories (user_id, id),
    CONSTRAINT transactions_only_spending_may_be_negative CHECK (kind = 'spending' OR amount > 0)
);
CREATE INDEX transactions_date_idx ON analytics.transactions (user_id, transaction_date, id)
    INCLUDE (category_id, amount, currency, kind);
COMMENT ON TABLE analytics.transactions IS 'What was booked; the keys begin with user_id so that the table can be distributed by it';
COMMENT ON COLUMN analytics.transactions.amount IS 'In units of the currency. Spending is positive, a refund is negative spending; income and transfers are positive';
COMMENT ON COLUMN analytics.transactions.currency IS 'ISO 4217 code';
COMMENT ON COLUMN analytics.transactions.kind IS 'Only spending counts as spend';
COMMENT ON COLUMN analytics.transactions.transaction_date IS 'The day the bank posted it, without a time or zone';
COMMENT ON COLUMN analytics.transactions.account IS 'The owner''s name of the account or card it belongs to';
GRANT SELECT ON analytics.transactions TO analytics_service;
