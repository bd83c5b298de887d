SELECT setval('used', 500);
