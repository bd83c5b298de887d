~ enum public.e                                                         after.sql:1
    labels: a, b -> b, a

~ table public.gone                                                     after.sql:5
    ~ column id                                                         after.sql:5
        type: integer -> bigint
        ! table-rewrite  writes public.gone and its indexes anew while nobody can use it

        -- held back: needs a refused step
    [3] ALTER TABLE public.gone ALTER COLUMN id TYPE bigint;

~ table public.holder                                                   after.sql:6
    - column g
        ! data-loss  drops the column and its values
          needs --allow data-loss:column:public.holder.g

        -- refused
    [2] ALTER TABLE public.holder DROP COLUMN g;

~ table public.y                                                        after.sql:2
    ~ column id                                                         after.sql:2
        type: integer -> bigint
    + column k  integer default 3                                       after.sql:2
    + column u  integer                                                 after.sql:2

    [1] ALTER TABLE public.y ADD COLUMN u integer;

Not done by this build, whatever is allowed:
  ! enum public.e                                                       after.sql:1
      another type would have to take its place, and PostgreSQL can't give that to public.x while column public.st.xs stores rows of it
      take that column away in a plan of its own first
  ! column public.y.id                                                  after.sql:2
      PostgreSQL can't write values into the rows of public.y while column public.st.ar stores rows of it
      take that column away in a plan of its own first
  ! column public.y.k                                                   after.sql:2
      PostgreSQL can't write values into the rows of public.y while column public.st.ar stores rows of it
      take that column away in a plan of its own first

Plan: 0 to create, 4 to alter, 0 to drop; 3 steps in 1 transaction.
1 step is refused and 1 held back with it. To permit it:
  --allow data-loss:column:public.holder.g
