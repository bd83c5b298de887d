~ composite type public.pair                                            after.sql:1
    attributes: a integer, b integer -> b integer, a integer

Not done by this build, whatever is allowed:
  ! composite type public.pair                                          after.sql:1
      PostgreSQL can't put the attribute b where it is wanted: new attributes go last
      move it to the end of the type

Nothing to run; 1 difference as listed.
