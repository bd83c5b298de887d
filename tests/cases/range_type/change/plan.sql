~ range type public.r                                                   after.sql:1
    subtype: integer -> bigint
    subtype operator class: pg_catalog.int4_ops -> pg_catalog.int8_ops

Not done by this build, whatever is allowed:
  ! range type public.r                                                 after.sql:1
      PostgreSQL can't change the subtype of a range type in place

Nothing to run; 1 difference as listed.
