~ enum public.m                                                         after.sql:2
    labels: a, b, c -> c, a, b

~ table public.a                                                        after.sql:5
    ~ default k                                                         after.sql:5
        default: 'b' -> 'a'

    [2] ALTER TABLE public.a ALTER COLUMN k SET DEFAULT 'a';

~ table public.b                                                        after.sql:6
    ~ default k                                                         after.sql:6
        default: 'a' -> 'b'

    [3] ALTER TABLE public.b ALTER COLUMN k SET DEFAULT 'b';

~ table public.p                                                        after.sql:3
    + default k  'b'                                                    after.sql:3

    [1] ALTER TABLE public.p ALTER COLUMN k SET DEFAULT 'b';

Not done by this build, whatever is allowed:
  ! enum public.m                                                       after.sql:2
      another would have to take its place, and PostgreSQL can't give that to a column that public.a has from public.p and from public.q
      take public.a out of one of them (NO INHERIT) in a plan of its own, and put it back in the next

Plan: 0 to create, 4 to alter, 0 to drop; 3 steps in 1 transaction.
