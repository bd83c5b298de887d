CREATE TABLE orders (id integer, state text);
CREATE TABLE log (id integer, what text);
