--liquibase formatted sql

-- Where people are signed in, and by which single-use tokens programs stay signed in.

--changeset spend-tracker:sessions
CREATE TABLE auth.sessions (
    id           uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id      bigint      NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    kind         text        NOT NULL CHECK (kind IN ('browser', 'program')),
    secret_hash  text        UNIQUE CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    address      text        NOT NULL CHECK (address <> ''),
    client       text        CHECK (char_length(client) <= 200),
    CHECK ((kind = 'browser') = (secret_hash IS NOT NULL))
);
CREATE INDEX sessions_user_id_idx ON auth.sessions (user_id);
COMMENT ON TABLE auth.sessions IS 'Where people are signed in: a row is gone when its session has ended';
COMMENT ON COLUMN auth.sessions.secret_hash IS 'SHA-256 of what a browser''s cookie holds; a program has refresh tokens instead';
COMMENT ON COLUMN auth.sessions.expires_at IS 'However much it is used; if it is not, it ends before';
COMMENT ON COLUMN auth.sessions.address IS 'Where it was used last, as an audit event has it';
GRANT SELECT, INSERT, DELETE ON auth.sessions TO auth_service;
GRANT UPDATE (last_used_at, address, client) ON auth.sessions TO auth_service;

CREATE TABLE auth.refresh_tokens (
    hash        text        PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    session_id  uuid        NOT NULL REFERENCES auth.sessions ON DELETE CASCADE,
    created_at  timestamptz NOT NULL DEFAULT now(),
    replaced_at timestamptz,
    nonce       text,
    CHECK (nonce IS NULL OR replaced_at IS NOT NULL)
);
-- A session has one token that counts.
CREATE UNIQUE INDEX refresh_tokens_current_idx ON auth.refresh_tokens (session_id) WHERE replaced_at IS NULL;
CREATE INDEX refresh_tokens_session_id_idx ON auth.refresh_tokens (session_id);
COMMENT ON TABLE auth.refresh_tokens IS 'The tokens of a program''s session, one after another: each counts once';
COMMENT ON COLUMN auth.refresh_tokens.hash IS 'SHA-256 of the token';
COMMENT ON COLUMN auth.refresh_tokens.nonce IS 'With it and the token itself, which is not here, the token that came after is made once more; only for as long as an answer may be asked for again';
GRANT SELECT, INSERT, DELETE ON auth.refresh_tokens TO auth_service;
GRANT UPDATE (replaced_at, nonce) ON auth.refresh_tokens TO auth_service;

ALTER TABLE auth.audit_events DROP CONSTRAINT audit_events_event_check;
-- Which events there are is the service's matter: another one is no change of the schema.
ALTER TABLE auth.audit_events ADD CONSTRAINT audit_events_event_check CHECK (event ~ '^[a-z]+(-[a-z]+)*$');
