INSERT INTO t (place) VALUES ('north'), ('south'), ('north');
