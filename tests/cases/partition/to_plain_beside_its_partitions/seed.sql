INSERT INTO t VALUES (1, 'one'), (11, 'eleven');
