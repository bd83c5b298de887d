CREATE DOMAIN code AS text CONSTRAINT code_check CHECK (VALUE !~ ' ');
CREATE DOMAIN codes AS code[];
CREATE TYPE pair AS (a code, b integer);
CREATE TABLE t (c code DEFAULT 'x', cs code[], ds codes, p pair);
