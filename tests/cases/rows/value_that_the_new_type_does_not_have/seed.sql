INSERT INTO sizes VALUES (1, 'ten', '1'), (2, '20', '2');
