CREATE TABLE a (id bigint); CREATE POLICY pl ON a USING (id > 0);
