note: after.sql:3: label 'c' is new, and label 'b' of enum public.mood looks just like it and is dropped
  if that is a rename, write behind it: -- schemadiff: renamed from 'b'
note: after.sql:1: table public.people is new, and table public.users looks just like it and is dropped
  if that is a rename, write behind it: -- schemadiff: renamed from users
note: after.sql:2: column public.notes.content is new, and column public.notes.body looks just like it and is dropped
  if that is a rename, write behind it: -- schemadiff: renamed from body

~ enum public.mood                                                      after.sql:3
    labels: a, b -> a, c
    ! data-loss  removes the value 'b'; while a row holds it, this fails
      needs --allow data-loss:enum:public.mood

        -- refused
    [1] ALTER TYPE public.mood RENAME TO mood_old;
        -- held back: needs a refused step
    [2] CREATE TYPE public.mood AS ENUM (
            'a',
            'c'
        );
        -- held back: needs a refused step
    [3] DROP TYPE public.mood_old;

~ table public.notes                                                    after.sql:2
    - column body
        ! data-loss  drops the column and its values
          needs --allow data-loss:column:public.notes.body
    + column content  text                                              after.sql:2

    [5] ALTER TABLE public.notes ADD COLUMN content text;
        -- refused
    [6] ALTER TABLE public.notes DROP COLUMN body;

+ table public.people  (3 columns)                                      after.sql:1

    [4] CREATE TABLE public.people (
            id integer,
            title text,
            at date
        );

- table public.users  (3 columns)
    ! data-loss  drops the table and its rows
      needs --allow data-loss:table:public.users

        -- refused
    [7] DROP TABLE public.users;

Plan: 1 to create, 2 to alter, 1 to drop; 7 steps in 1 transaction.
3 steps are refused and 2 held back with them. To permit them:
  --allow data-loss:enum:public.mood
  --allow data-loss:column:public.notes.body
  --allow data-loss:table:public.users
