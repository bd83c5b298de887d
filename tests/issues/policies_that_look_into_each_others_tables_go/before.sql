CREATE TABLE tenants (id int PRIMARY KEY);
CREATE TABLE users (id int PRIMARY KEY, tenant int REFERENCES tenants);
CREATE POLICY own ON tenants USING (id IN (SELECT tenant FROM users));
CREATE TABLE a (id int);
CREATE TABLE b (id int);
CREATE POLICY pa ON a USING (id IN (SELECT id FROM b));
CREATE POLICY pb ON b USING (id IN (SELECT id FROM a));
