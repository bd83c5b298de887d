CREATE TABLE tree (id integer CONSTRAINT tree_pkey PRIMARY KEY, parent integer CONSTRAINT tree_parent_fkey REFERENCES tree (id));
