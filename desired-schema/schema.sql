-- The database of a small crypto exchange client: who uses it, which exchanges they connect to with
-- whose keys, the market data that is collected there, and the orders that are placed.
--
-- This file says what the database looks like; schemadiff works out how to get there:
--
--     schemadiff plan  --to desired-schema/schema.sql --db embedded
--     schemadiff apply --to desired-schema/schema.sql --db embedded

-- Words ---------------------------------------------------------------------------------------

CREATE TYPE order_side AS ENUM ('buy', 'sell');

CREATE TYPE order_kind AS ENUM ('limit', 'market', 'stop_limit');

CREATE TYPE order_status AS ENUM ('pending', 'open', 'filled', 'cancelled', 'rejected');

-- A trading pair as exchanges write it: BTC-USD.
CREATE DOMAIN market_symbol AS varchar(30)
    CONSTRAINT market_symbol_form CHECK (VALUE ~ '^[A-Z0-9]{2,12}-[A-Z0-9]{2,12}$');

-- Money and coins: eighteen digits after the point are enough for any of them.
CREATE DOMAIN amount AS numeric(38, 18);

CREATE DOMAIN positive_amount AS numeric(38, 18)
    CONSTRAINT positive_amount_positive CHECK (VALUE > 0);

-- People and exchanges ------------------------------------------------------------------------

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
COMMENT ON COLUMN users.password_hash IS 'Argon2id, never the password itself';

CREATE TABLE exchanges (
    id                   serial PRIMARY KEY,
    name                 varchar(50) NOT NULL,
    display_name         varchar(100) NOT NULL,
    ws_url               varchar(255),
    rest_url             varchar(255),
    supported_timeframes jsonb NOT NULL DEFAULT '[]'::jsonb,
    api_limits           jsonb,
    fee_schedule         jsonb,
    geo_restrictions     jsonb,
    is_active            boolean NOT NULL DEFAULT true,
    created_at           timestamp NOT NULL DEFAULT now(),
    updated_at           timestamp NOT NULL DEFAULT now(),
    CONSTRAINT exchanges_name_unique UNIQUE (name)
);

COMMENT ON TABLE exchanges IS 'The exchanges that users can connect to';
COMMENT ON COLUMN exchanges.name IS 'Short name, as the code knows it: coinbase';
COMMENT ON COLUMN exchanges.supported_timeframes IS 'Candle lengths that the exchange offers: ["1m", "1h"]';

-- Rows that are there: kept equal to what stands here, whatever else is in the table.
INSERT INTO exchanges
    (name, display_name, ws_url, rest_url, supported_timeframes, api_limits, fee_schedule, geo_restrictions)
VALUES
    ('coinbase', 'Coinbase Advanced Trade',
     'wss://advanced-trade-ws.coinbase.com', 'https://api.coinbase.com',
     '["1m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "1d"]',
     '{"ws_connections_per_ip": 750, "ws_messages_per_second": 8, "rest_weight_limit": 10000}',
     '{"base_maker": 0.006, "base_taker": 0.012}',
     NULL),
    ('binance', 'Binance Spot',
     'wss://stream.binance.com:9443', 'https://api.binance.com',
     '["1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d", "3d", "1w", "1M"]',
     '{"ws_connections_per_5min": 300, "rest_weight_limit": 6000, "orders_per_10s": 50}',
     '{"base_maker": 0.001, "base_taker": 0.001}',
     NULL);

CREATE TABLE user_exchanges (
    id                     serial PRIMARY KEY,
    user_id                serial NOT NULL,
    exchange_name          varchar(50) NOT NULL,
    exchange_id            integer,
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
        ON UPDATE NO ACTION ON DELETE CASCADE,
    CONSTRAINT user_exchanges_exchange_id_exchanges_id_fk FOREIGN KEY (exchange_id) REFERENCES exchanges (id)
        ON UPDATE NO ACTION ON DELETE SET NULL
);

CREATE INDEX user_exchanges_user_id_idx ON user_exchanges (user_id);
CREATE INDEX user_exchanges_exchange_id_idx ON user_exchanges (exchange_id);

COMMENT ON TABLE user_exchanges IS 'A user''s account at an exchange';
COMMENT ON COLUMN user_exchanges.exchange_id IS 'Empty for exchanges that were removed, and for rows from before there was a table of them';
COMMENT ON COLUMN user_exchanges.api_secret IS 'Encrypted by the application';

-- Market data ---------------------------------------------------------------------------------

CREATE TABLE markets (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    exchange_id  integer NOT NULL REFERENCES exchanges (id) ON DELETE CASCADE,
    symbol       market_symbol NOT NULL,
    base         varchar(12) NOT NULL GENERATED ALWAYS AS (split_part(symbol::text, '-', 1)) STORED,
    quote        varchar(12) NOT NULL GENERATED ALWAYS AS (split_part(symbol::text, '-', 2)) STORED,
    price_step   positive_amount NOT NULL DEFAULT 0.01,
    amount_step  positive_amount NOT NULL DEFAULT 0.00000001,
    is_active    boolean NOT NULL DEFAULT true,
    CONSTRAINT markets_symbol_unique UNIQUE (exchange_id, symbol)
);

COMMENT ON COLUMN markets.price_step IS 'Prices are multiples of this';

-- Candles arrive by the million and are dropped by the month.
CREATE TABLE candles (
    market_id integer NOT NULL REFERENCES markets (id) ON DELETE CASCADE,
    timeframe varchar(3) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    open      positive_amount NOT NULL,
    high      positive_amount NOT NULL,
    low       positive_amount NOT NULL,
    close     positive_amount NOT NULL,
    volume    amount NOT NULL DEFAULT 0,
    PRIMARY KEY (market_id, timeframe, opened_at),
    CONSTRAINT candles_high_is_highest CHECK (high >= greatest(open, close, low)),
    CONSTRAINT candles_low_is_lowest CHECK (low <= least(open, close, high))
) PARTITION BY RANGE (opened_at);

CREATE INDEX candles_opened_at_idx ON candles USING brin (opened_at);

CREATE TABLE candles_2026_01 PARTITION OF candles
    FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01 00:00:00+00');
CREATE TABLE candles_2026_02 PARTITION OF candles
    FOR VALUES FROM ('2026-02-01 00:00:00+00') TO ('2026-03-01 00:00:00+00');
CREATE TABLE candles_2026_03 PARTITION OF candles
    FOR VALUES FROM ('2026-03-01 00:00:00+00') TO ('2026-04-01 00:00:00+00');
CREATE TABLE candles_other PARTITION OF candles DEFAULT;

COMMENT ON TABLE candles IS 'Open, high, low and close by market and timeframe; one partition a month';

-- Trading -------------------------------------------------------------------------------------

CREATE TABLE orders (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_exchange_id integer NOT NULL REFERENCES user_exchanges (id) ON DELETE CASCADE,
    market_id        integer NOT NULL REFERENCES markets (id),
    client_order_id  uuid NOT NULL,
    side             order_side NOT NULL,
    kind             order_kind NOT NULL DEFAULT 'limit',
    status           order_status NOT NULL DEFAULT 'pending',
    price            positive_amount,
    quantity         positive_amount NOT NULL,
    filled           amount NOT NULL DEFAULT 0,
    note             text,
    placed_at        timestamp with time zone NOT NULL DEFAULT now(),
    updated_at       timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT orders_client_order_id_unique UNIQUE (client_order_id),
    CONSTRAINT orders_price_unless_market CHECK ((kind = 'market') = (price IS NULL)),
    CONSTRAINT orders_filled_in_range CHECK (filled BETWEEN 0 AND quantity)
);

CREATE INDEX orders_user_exchange_id_idx ON orders (user_exchange_id, placed_at DESC);
CREATE INDEX orders_market_id_idx ON orders (market_id);
CREATE INDEX orders_open_idx ON orders (market_id, side, price) WHERE status IN ('pending', 'open');

COMMENT ON COLUMN orders.client_order_id IS 'Made by us before the order is sent, so that a retry is no second order';

CREATE TABLE trades (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id    bigint NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    price       positive_amount NOT NULL,
    quantity    positive_amount NOT NULL,
    fee         amount NOT NULL DEFAULT 0,
    fee_coin    varchar(12),
    executed_at timestamp with time zone NOT NULL
);

CREATE INDEX trades_order_id_idx ON trades (order_id);
CREATE INDEX trades_executed_at_idx ON trades (executed_at DESC) INCLUDE (price, quantity);

CREATE TABLE balances (
    user_exchange_id integer NOT NULL REFERENCES user_exchanges (id) ON DELETE CASCADE,
    coin             varchar(12) NOT NULL,
    available        amount NOT NULL DEFAULT 0,
    locked           amount NOT NULL DEFAULT 0,
    total            numeric(38, 18) GENERATED ALWAYS AS (available + locked) STORED,
    updated_at       timestamp with time zone NOT NULL DEFAULT now(),
    PRIMARY KEY (user_exchange_id, coin),
    CONSTRAINT balances_not_negative CHECK (available >= 0 AND locked >= 0)
);

-- Who changed what ----------------------------------------------------------------------------

CREATE TABLE audit_log (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    table_name name NOT NULL,
    operation  text NOT NULL,
    changed_by text NOT NULL DEFAULT current_user,
    changed_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
    before     jsonb,
    after      jsonb,
    CONSTRAINT audit_log_operation_known CHECK (operation IN ('INSERT', 'UPDATE', 'DELETE'))
) WITH (fillfactor = 100);

CREATE INDEX audit_log_changed_at_idx ON audit_log USING brin (changed_at);

CREATE FUNCTION write_audit_log() RETURNS trigger
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = public, pg_temp
AS $$
BEGIN
    INSERT INTO audit_log (table_name, operation, before, after)
    VALUES (
        TG_TABLE_NAME,
        TG_OP,
        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'api_secret' - 'password_hash' END,
        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'api_secret' - 'password_hash' END
    );
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION write_audit_log() IS 'Writes a row to audit_log, without secrets';

CREATE TRIGGER users_audit
    AFTER INSERT OR UPDATE OR DELETE ON users
    FOR EACH ROW EXECUTE FUNCTION write_audit_log();

CREATE TRIGGER user_exchanges_audit
    AFTER INSERT OR UPDATE OR DELETE ON user_exchanges
    FOR EACH ROW EXECUTE FUNCTION write_audit_log();

CREATE FUNCTION touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;

CREATE TRIGGER users_touch
    BEFORE UPDATE ON users
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TRIGGER exchanges_touch
    BEFORE UPDATE ON exchanges
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TRIGGER user_exchanges_touch
    BEFORE UPDATE ON user_exchanges
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TRIGGER orders_touch
    BEFORE UPDATE ON orders
    FOR EACH ROW
    WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE FUNCTION touch_updated_at();

-- Who sees what -------------------------------------------------------------------------------

-- The user on whose behalf the application works; NULL outside a request.
CREATE FUNCTION current_app_user() RETURNS integer
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
AS $$ SELECT nullif(current_setting('app.user_id', true), '')::integer $$;

ALTER TABLE user_exchanges ENABLE ROW LEVEL SECURITY;
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE balances ENABLE ROW LEVEL SECURITY;

CREATE POLICY user_exchanges_own ON user_exchanges
    USING (user_id = current_app_user())
    WITH CHECK (user_id = current_app_user());

CREATE POLICY orders_own ON orders
    USING (EXISTS (
        SELECT 1 FROM user_exchanges account
        WHERE account.id = orders.user_exchange_id AND account.user_id = current_app_user()
    ));

CREATE POLICY balances_own ON balances
    FOR SELECT
    USING (user_exchange_id IN (SELECT id FROM user_exchanges WHERE user_id = current_app_user()));

-- Answers -------------------------------------------------------------------------------------

CREATE VIEW open_orders AS
    SELECT
        orders.id,
        users.email,
        exchanges.name AS exchange,
        markets.symbol,
        orders.side,
        orders.price,
        orders.quantity - orders.filled AS remaining,
        orders.placed_at
    FROM orders
    JOIN user_exchanges ON user_exchanges.id = orders.user_exchange_id
    JOIN users ON users.id = user_exchanges.user_id
    JOIN markets ON markets.id = orders.market_id
    JOIN exchanges ON exchanges.id = markets.exchange_id
    WHERE orders.status IN ('pending', 'open');

COMMENT ON VIEW open_orders IS 'What is still to be filled, with names instead of numbers';

CREATE VIEW active_exchanges AS
    SELECT id, name, display_name, ws_url, rest_url, supported_timeframes
    FROM exchanges
    WHERE is_active
    WITH LOCAL CHECK OPTION;

CREATE MATERIALIZED VIEW daily_volume AS
    SELECT
        market_id,
        (executed_at AT TIME ZONE 'UTC')::date AS day,
        count(*) AS trades,
        sum(trades.quantity) AS volume,
        sum(trades.price * trades.quantity) AS turnover
    FROM trades
    JOIN orders ON orders.id = trades.order_id
    GROUP BY market_id, (executed_at AT TIME ZONE 'UTC')::date;

-- REFRESH MATERIALIZED VIEW CONCURRENTLY asks for it.
CREATE UNIQUE INDEX daily_volume_market_id_day_idx ON daily_volume (market_id, day);

-- The net position of an account in a market: what was bought less what was sold.
CREATE FUNCTION position_of(account integer, market integer) RETURNS numeric
    LANGUAGE sql
    STABLE
AS $$
    SELECT coalesce(sum(CASE side WHEN 'buy' THEN filled ELSE -filled END), 0)
    FROM orders
    WHERE user_exchange_id = account AND market_id = market
$$;
