INSERT INTO days VALUES (1, '{good,bad}');
