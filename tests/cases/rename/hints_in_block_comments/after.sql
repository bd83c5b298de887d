/* schemadiff: renamed from a */
CREATE TABLE b (
    id integer CONSTRAINT a_key UNIQUE,
    y text, /* schemadiff: renamed from x */
    /* schemadiff: renamed from z (it was the last letter) */
    w text
);
/* schemadiff: renamed from c */ CREATE TABLE d (id integer);
