--liquibase formatted sql

-- Programs that people let at their data, each with a token of its own.

--changeset spend-tracker:api-tokens
CREATE TABLE auth.api_tokens (
    user_id      bigint      NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    id           bigint      GENERATED ALWAYS AS IDENTITY,
    hash         text        NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
    name         text        NOT NULL CHECK (name <> '' AND char_length(name) <= 100),
    scope        text        NOT NULL CHECK (scope IN ('read', 'write')),
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    last_address text        CHECK (last_address <> ''),
    PRIMARY KEY (user_id, id)
);
COMMENT ON TABLE auth.api_tokens IS 'What lets a program act for somebody until it expires or is revoked, which deletes it';
COMMENT ON COLUMN auth.api_tokens.hash IS 'SHA-256 of the token, which was shown once';
COMMENT ON COLUMN auth.api_tokens.scope IS 'write: may read too';
GRANT SELECT, INSERT, DELETE ON auth.api_tokens TO auth_service;
GRANT UPDATE (last_used_at, last_address) ON auth.api_tokens TO auth_service;
