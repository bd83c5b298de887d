CREATE TYPE e AS ENUM ('buy','sell');
CREATE TYPE ct AS (a int, b text);
CREATE TABLE t (i jsonb, n json, c jsonb, d jsonb, e char(4), f varchar(4), g jsonb, x jsonb);
