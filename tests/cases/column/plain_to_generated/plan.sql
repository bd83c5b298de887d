~ table public.t                                                        after.sql:1
    ~ column b                                                          after.sql:1
        generated: none -> (a + 1) stored

Not done by this build, whatever is allowed:
  ! column public.t.b                                                   after.sql:1
      PostgreSQL can't turn a column into a generated one: its values would be lost
      add the generated column under a new name

Nothing to run; 1 difference as listed.
