~ enum public.mood                                                      after.sql:2
    labels: sad, meh, ok -> first, sad, ok

~ domain public.moods                                                   after.sql:3
    default: none -> ARRAY['ok']::mood[]

    [1] ALTER DOMAIN public.moods SET DEFAULT ARRAY['ok']::mood[];

Not done by this build, whatever is allowed:
  ! enum public.mood                                                    after.sql:2
      domain public.moods depends on enum public.mood, and can't be dropped and recreated without losing data

Plan: 0 to create, 2 to alter, 0 to drop; 1 step in 1 transaction.
