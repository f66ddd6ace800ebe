--liquibase formatted sql

-- What people look at again and again.

--changeset spend-tracker:views
CREATE TABLE analytics.views (
    user_id    bigint      NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    id         integer     GENERATED ALWAYS AS IDENTITY,
    name       text        NOT NULL CHECK (name <> '' AND name = btrim(name) AND char_length(name) <= 100),
    query      text        NOT NULL CHECK (char_length(query) <= 4000),
    is_default boolean     NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, id)
);
CREATE UNIQUE INDEX views_name_key ON analytics.views (user_id, lower(name));
CREATE UNIQUE INDEX views_default_key ON analytics.views (user_id) WHERE is_default;
COMMENT ON TABLE analytics.views IS 'Each person''s saved views of the dashboard';
COMMENT ON COLUMN analytics.views.query IS 'The query of the page''s address, without the question mark; only the page knows what it means';
COMMENT ON COLUMN analytics.views.is_default IS 'The dashboard opens with it; of one view of a person at most';
GRANT SELECT, INSERT, UPDATE, DELETE ON analytics.views TO analytics_service;
