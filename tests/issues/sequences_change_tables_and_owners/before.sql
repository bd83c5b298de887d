CREATE TABLE t (id int, n int);
CREATE SEQUENCE leaves OWNED BY t.n;
CREATE SEQUENCE comes;
CREATE TABLE from_here (id int);
CREATE SEQUENCE moves OWNED BY from_here.id;
CREATE TABLE to_there (id int);
ALTER TABLE t OWNER TO app;
ALTER TABLE from_here OWNER TO app;
