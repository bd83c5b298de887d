-- Their indexes' names are cut at 63 bytes and all alike: each has its own number, and parts of
-- partitions, which PostgreSQL names, take none that another is to have.
CREATE TABLE settlement_of_the_orders_of_customers_by_the_exchange_in_year_2 (id int PRIMARY KEY, a int);
CREATE INDEX ON settlement_of_the_orders_of_customers_by_the_exchange_in_year_2 (a);
CREATE TABLE settlement_of_the_orders_of_customers_by_the_exchange_in_year_3 (id int, a int) PARTITION BY LIST (id);
CREATE TABLE settlement_of_the_orders_of_customers_by_the_exchange_in_year_4 PARTITION OF settlement_of_the_orders_of_customers_by_the_exchange_in_year_3 FOR VALUES IN (4);
CREATE INDEX ON settlement_of_the_orders_of_customers_by_the_exchange_in_year_3 (a);
CREATE TABLE settlement_of_the_orders_of_customers_by_the_exchange_in_year_1 (id int PRIMARY KEY, a int) PARTITION BY LIST (id);
CREATE TABLE settlement_of_the_orders_of_customers_by_the_exchange_in_year_5 PARTITION OF settlement_of_the_orders_of_customers_by_the_exchange_in_year_1 FOR VALUES IN (5);
CREATE INDEX ON settlement_of_the_orders_of_customers_by_the_exchange_in_year_1 (a);
CREATE TABLE settlement_of_the_orders_of_customers_by_the_exchange_in_year_6 (id int, a int UNIQUE);
CREATE INDEX ON settlement_of_the_orders_of_customers_by_the_exchange_in_year_6 (a);
