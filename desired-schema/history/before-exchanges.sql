-- The database before it knew exchanges: accounts name theirs in words. desired-schema/schema.sql is
-- what came of it; tests/commands/exchange_test.cc goes from here to there with rows in the tables.

CREATE TABLE users (
    id            serial PRIMARY KEY,
    email         varchar(255) NOT NULL,
    name          varchar(100),
    password_hash text NOT NULL,
    is_active     boolean NOT NULL DEFAULT true,
    created_at    timestamp NOT NULL DEFAULT now(),
    updated_at    timestamp NOT NULL DEFAULT now(),
    CONSTRAINT users_email_unique UNIQUE (email)
);

COMMENT ON TABLE users IS 'Everybody who can log in';

CREATE TABLE user_exchanges (
    id                     serial PRIMARY KEY,
    user_id                serial NOT NULL,
    exchange_name          varchar(50) NOT NULL,
    display_name           varchar(100),
    api_key                varchar(500) NOT NULL,
    api_secret             text NOT NULL,
    additional_credentials text,
    is_active              boolean NOT NULL DEFAULT true,
    is_default             boolean NOT NULL DEFAULT false,
    last_connected_at      timestamp,
    created_at             timestamp NOT NULL DEFAULT now(),
    updated_at             timestamp NOT NULL DEFAULT now(),
    CONSTRAINT user_exchanges_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users (id)
        ON UPDATE NO ACTION ON DELETE CASCADE
);

CREATE INDEX user_exchanges_user_id_idx ON user_exchanges (user_id);

COMMENT ON TABLE user_exchanges IS 'A user''s account at an exchange';
