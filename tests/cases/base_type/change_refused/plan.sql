~ base type public.b                                                    after.sql:4
    internallength: 4 -> 8
    alignment: int4 -> double

Not done by this build, whatever is allowed:
  ! base type public.b                                                  after.sql:4
      PostgreSQL can't change the internallength, alignment of a base type in place
      make a type with another name, and give it to the columns

Nothing to run; 1 difference as listed.
