--liquibase formatted sql

-- Whoever owns an account can see what was done with it, and from where.

--changeset spend-tracker:audit-events
CREATE TABLE auth.audit_events (
    user_id     bigint      NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    occurred_at timestamptz NOT NULL DEFAULT now(),
    event       text        NOT NULL CHECK (event IN ('account-opened', 'sign-in', 'sign-in-failed', 'password-changed', 'password-refused')),
    address     text        NOT NULL CHECK (address <> ''),
    client      text        CHECK (char_length(client) <= 200),
    PRIMARY KEY (user_id, id)
);
CREATE INDEX audit_events_occurred_at_idx ON auth.audit_events (occurred_at);
COMMENT ON TABLE auth.audit_events IS 'What was done with an account: added to, never changed, and forgotten after a year';
COMMENT ON COLUMN auth.audit_events.client IS 'What the program called itself: its User-Agent, shortened';
GRANT SELECT, INSERT, DELETE ON auth.audit_events TO auth_service;
