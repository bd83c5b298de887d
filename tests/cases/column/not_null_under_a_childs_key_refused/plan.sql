~ table public.child                                                    after.sql:2
    ~ column id                                                         after.sql:2
        not null: no -> yes
        ! full-scan  reads all of public.child while nobody can use it; fails if there is a NULL

    [1] ALTER TABLE public.child ALTER COLUMN id SET NOT NULL;

~ table public.other                                                    after.sql:4
    ~ column id                                                         after.sql:4
        not null: yes -> no

    [2] ALTER TABLE public.other ALTER COLUMN id DROP NOT NULL;

~ table public.parent                                                   after.sql:1
    ~ column id                                                         after.sql:1
        not null: yes -> no

Not done by this build, whatever is allowed:
  ! column public.parent.id                                             after.sql:1
      PostgreSQL can't take NOT NULL from the column while the primary key of public.child, which is below public.parent, is over it
      drop that key in a plan of its own, and add it again in the next

Plan: 0 to create, 3 to alter, 0 to drop; 2 steps in 1 transaction.
