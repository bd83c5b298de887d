CREATE TABLE this_year (id int, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE last_year (id int, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE INDEX ON this_year (day);
CREATE INDEX ON last_year (day);
CREATE TABLE new PARTITION OF last_year FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE old PARTITION OF this_year FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
