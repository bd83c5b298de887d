CREATE TABLE author (id int PRIMARY KEY, favourite int NOT NULL);
CREATE TABLE book (id int PRIMARY KEY, author int NOT NULL REFERENCES author);

INSERT INTO author VALUES (1, 10);
INSERT INTO book VALUES (10, 1);

ALTER TABLE author ADD CONSTRAINT author_favourite_fkey FOREIGN KEY (favourite) REFERENCES book;
