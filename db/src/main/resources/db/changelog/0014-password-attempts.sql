--liquibase formatted sql

-- Guessing gets slower with every wrong password, whichever instance of auth-service is asked.

--changeset spend-tracker:password-attempts
CREATE TABLE auth.password_attempts (
    subject     text        PRIMARY KEY CHECK (subject ~ '^[0-9a-f]{64}$'),
    outstanding integer     NOT NULL CHECK (outstanding >= 0),
    counted_at  timestamptz NOT NULL,
    next_at     timestamptz NOT NULL
);
CREATE INDEX password_attempts_counted_at_idx ON auth.password_attempts (counted_at);
COMMENT ON TABLE auth.password_attempts IS 'How many passwords were tried and not found right, for each account and each address';
COMMENT ON COLUMN auth.password_attempts.subject IS 'SHA-256 of what is counted: people type passwords where a username belongs';
COMMENT ON COLUMN auth.password_attempts.outstanding IS 'As of counted_at; fewer with the time that passes';
COMMENT ON COLUMN auth.password_attempts.next_at IS 'No password is looked at before';
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.password_attempts TO auth_service;

CREATE TABLE auth.known_addresses (
    user_id      bigint      NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    address      text        NOT NULL CHECK (address <> ''),
    last_used_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, address)
);
CREATE INDEX known_addresses_last_used_at_idx ON auth.known_addresses (last_used_at);
COMMENT ON TABLE auth.known_addresses IS 'Where a person has signed in from: what others try elsewhere does not slow them down there';
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.known_addresses TO auth_service;
