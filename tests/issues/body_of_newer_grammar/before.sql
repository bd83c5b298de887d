CREATE TABLE stays ();
