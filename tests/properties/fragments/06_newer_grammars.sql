--- virtual grammar 18 since 18 needs schema
CREATE TABLE <s>.<virt> (a int, v int GENERATED ALWAYS AS ({{a + 1 // a + 2}}) VIRTUAL{{ // CHECK (v > 0) // NOT NULL}},
  w bigint {{!// GENERATED ALWAYS AS (a * 2) VIRTUAL // GENERATED ALWAYS AS (a * 2) STORED}});
{{ // COMMENT ON COLUMN <s>.<virt>.v IS 'never stored';}}
CREATE VIEW <s>.<virt_v> AS SELECT v FROM <s>.<virt>;
--- rows virtual
INSERT INTO <s>.<virt> (a) VALUES (1), (2);

--- not_enforced grammar 18 since 18 needs schema
CREATE TABLE <s>.<ne_k> (k int PRIMARY KEY);
CREATE TABLE <s>.<ne> (a int{{ // CONSTRAINT <ne_a> CHECK (a > 0) // =CONSTRAINT <ne_a> CHECK (a > 0) ENFORCED // CONSTRAINT <ne_a> CHECK (a > 0) NOT ENFORCED // CONSTRAINT <ne_a> CHECK (a > 0) NO INHERIT NOT ENFORCED}},
  b int{{ // CONSTRAINT <ne_b> REFERENCES <s>.<ne_k> // CONSTRAINT <ne_b> REFERENCES <s>.<ne_k> NOT ENFORCED // CONSTRAINT <ne_b> REFERENCES <s>.<ne_k> ON DELETE CASCADE NOT ENFORCED}},
  c int CHECK (c > 0){{ // NOT ENFORCED}});
CREATE TABLE <s>.<ne_child> () INHERITS (<s>.<ne>);
ALTER TABLE <s>.<ne_k> ADD CONSTRAINT <ne_k_c> CHECK (k > 0) NOT ENFORCED;
{{ // COMMENT ON CONSTRAINT <ne_k_c> ON <s>.<ne_k> IS 'not looked at';}}
--- rows not_enforced
INSERT INTO <s>.<ne_k> VALUES (1);
INSERT INTO <s>.<ne> VALUES (1, 1, 1);

--- temporal_keys grammar 18 since 18 needs schema
CREATE TABLE <s>.<te> (id int4range, valid daterange{{ // , CONSTRAINT <te_k> PRIMARY KEY (id, valid WITHOUT OVERLAPS) // , CONSTRAINT <te_k> PRIMARY KEY (id, valid) // , CONSTRAINT <te_k> UNIQUE (id, valid WITHOUT OVERLAPS)}});
CREATE TABLE <s>.<te2> (id int4range, valid daterange, PRIMARY KEY (id, valid WITHOUT OVERLAPS));
CREATE TABLE <s>.<te3> (id int4range, ref int4range, valid daterange{{ // , CONSTRAINT <te_f> FOREIGN KEY (ref, PERIOD valid) REFERENCES <s>.<te2> (id, PERIOD valid) // , CONSTRAINT <te_f> FOREIGN KEY (ref, PERIOD valid) REFERENCES <s>.<te2> (id, PERIOD valid) NOT ENFORCED}});
--- rows temporal_keys
INSERT INTO <s>.<te> VALUES ('[1,2)', '[2020-01-01,2021-01-01)');
INSERT INTO <s>.<te2> VALUES ('[1,2)', '[2020-01-01,2021-01-01)');
INSERT INTO <s>.<te3> VALUES ('[7,8)', '[1,2)', '[2020-02-01,2020-03-01)');

--- not_null_states grammar 18 since 18 needs schema
CREATE TABLE <s>.<nns> (a int, b int{{ // CONSTRAINT <nns_b> NOT NULL NO INHERIT // CONSTRAINT <nns_b> NOT NULL}}, c int);
CREATE TABLE <s>.<nns_child> (d int) INHERITS (<s>.<nns>);
{{ // ALTER TABLE <s>.<nns> ADD CONSTRAINT <nns_a> NOT NULL a NOT VALID; // ALTER TABLE <s>.<nns> ADD CONSTRAINT <nns_a> NOT NULL a;}}
{{ // ALTER TABLE <s>.<nns_child> ADD CONSTRAINT <nns_c> NOT NULL c; // ALTER TABLE <s>.<nns_child> ADD CONSTRAINT <nns_c> NOT NULL c NOT VALID;}}
--- rows not_null_states
INSERT INTO <s>.<nns> VALUES (1, 1, 1);
INSERT INTO <s>.<nns_child> VALUES (1, 1, 1, 1);
