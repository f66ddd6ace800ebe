--liquibase formatted sql

-- A code besides the password, for those who want that.

--changeset spend-tracker:second-factor
CREATE TABLE auth.second_factors (
    user_id      bigint      PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE,
    secret       text        NOT NULL CHECK (secret <> ''),
    begun_at     timestamptz NOT NULL DEFAULT now(),
    confirmed_at timestamptz,
    last_step    bigint      NOT NULL DEFAULT 0
);
COMMENT ON TABLE auth.second_factors IS 'Whose sign-in takes a code besides the password, once that is confirmed';
COMMENT ON COLUMN auth.second_factors.secret IS 'What the codes are made of, encrypted: the base64 of the nonce, the ciphertext and its tag (AES-256-GCM)';
COMMENT ON COLUMN auth.second_factors.last_step IS 'The last half minute since 1970 whose code was used: it and those before do not count any more';
GRANT SELECT, INSERT, DELETE ON auth.second_factors TO auth_service;
GRANT UPDATE (secret, begun_at, confirmed_at, last_step) ON auth.second_factors TO auth_service;

CREATE TABLE auth.recovery_codes (
    user_id bigint NOT NULL REFERENCES auth.second_factors ON DELETE CASCADE,
    hash    text   NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (user_id, hash)
);
COMMENT ON TABLE auth.recovery_codes IS 'Codes for when the device is lost: a row is gone when its code was used';
COMMENT ON COLUMN auth.recovery_codes.hash IS 'SHA-256 of the code, which was shown once';
GRANT SELECT, INSERT, DELETE ON auth.recovery_codes TO auth_service;
