~ enum public.state                                                     after.sql:3
    labels: new, done -> done, new

~ table public.tasks                                                    after.sql:4
    ~ column number                                                     after.sql:4
        type: text -> integer

Not done by this build, whatever is allowed:
  ! enum public.state                                                   after.sql:3
      another type would have to take its place, and PostgreSQL can't give that to public.tasks while the foreign table public.tasks_1 is below it
      take that out of it in a plan of its own first
  ! column public.tasks.number                                          after.sql:4
      there is no assignment cast from text to integer, and PostgreSQL takes no USING while the foreign table public.tasks_1 is below public.tasks
      take that out of it in a plan of its own first

Nothing to run; 2 differences as listed.
