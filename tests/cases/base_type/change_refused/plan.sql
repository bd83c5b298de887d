~ base type public.b                                                    after.sql:4
    internallength: 4 -> 8
    alignment: int4 -> double

Not done by this build, whatever is allowed:
  ! base type public.b                                                  after.sql:4
      PostgreSQL can't change the internallength of a base type in place

Nothing to run; 1 difference as listed.
