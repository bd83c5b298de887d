~ base type public.b                                                    after.sql:4
    storage: extended -> plain

Not done by this build, whatever is allowed:
  ! base type public.b                                                  after.sql:4
      PostgreSQL can't change the storage of a base type to plain
      make a type with another name, and give it to the columns

Nothing to run; 1 difference as listed.
