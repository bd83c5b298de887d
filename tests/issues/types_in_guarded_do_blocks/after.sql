CREATE TABLE untouched (id integer PRIMARY KEY);
DO $$ BEGIN CREATE TYPE mood AS ENUM('sad','ok'); EXCEPTION WHEN duplicate_object THEN null; END $$;
DO $$ BEGIN
 CREATE TYPE "public"."Role" AS ENUM('ADMIN', 'USER');
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN CREATE DOMAIN em AS text CHECK (VALUE ~ '@'); EXCEPTION WHEN duplicate_object THEN null; END $$;
DO $$ BEGIN CREATE EXTENSION IF NOT EXISTS citext; EXCEPTION WHEN duplicate_object THEN NULL; END$$;
CREATE TABLE IF NOT EXISTS t (m mood, r "Role" DEFAULT 'USER' NOT NULL, e em, c citext, rs "Role"[]);
