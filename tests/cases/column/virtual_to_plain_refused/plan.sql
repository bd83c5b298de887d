~ table public.t                                                        after.sql:1
    ~ column b                                                          after.sql:1
        generated: ((a * 2)) virtual -> none

Not done by this build, whatever is allowed:
  ! column public.t.b                                                   after.sql:1
      PostgreSQL can't turn a virtual generated column into a plain one
      make it STORED, which writes its values, in a plan of its own; the next one can make it plain

Nothing to run; 1 difference as listed.
