~ composite type public.address                                         after.sql:1
    attributes: number integer -> number bigint

Not done by this build, whatever is allowed:
  ! composite type public.address                                       after.sql:1
      PostgreSQL can't change the type of the attribute number while column public.t.a uses it

Nothing to run; 1 difference as listed.
