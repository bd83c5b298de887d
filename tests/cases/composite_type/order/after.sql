CREATE TYPE pair AS (b integer, a integer);
