CREATE TABLE things (id uuid, number int[], flag boolean, span int4range[]);
