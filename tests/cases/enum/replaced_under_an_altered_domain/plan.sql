~ enum public.mood                                                      after.sql:2
    labels: sad, meh, ok -> first, sad, ok
    ! data-loss  removes the value 'meh'; while a row holds it, this fails
      needs --allow data-loss:enum:public.mood

        -- refused
    [1] ALTER TYPE public.mood RENAME TO mood_old;
        -- held back: needs a refused step
    [2] CREATE TYPE public.mood AS ENUM (
            'first',
            'sad',
            'ok'
        );
        -- held back: needs a refused step
    [6] DROP TYPE public.mood_old;

~ domain public.moods                                                   after.sql:3
    default: none -> ARRAY['ok']::mood[]

        -- held back: needs a refused step
    [3] ALTER DOMAIN public.moods RENAME TO moods_old;
        -- held back: needs a refused step
    [4] CREATE DOMAIN public.moods AS public.mood[]
            DEFAULT ARRAY['ok']::mood[];
        -- held back: needs a refused step
    [5] DROP DOMAIN public.moods_old;

Plan: 0 to create, 2 to alter, 0 to drop; 6 steps in 1 transaction.
1 step is refused and 5 held back with it. To permit it:
  --allow data-loss:enum:public.mood
