~ table public.t1                                                       after.sql:2
    partition of: public.t FOR VALUES FROM (1) TO (10) -> public.t FOR VALUES FROM (1) TO (20)

Not done by this build, whatever is allowed:
  ! table public.t1                                                     after.sql:2
      the bounds of a partition can't be changed while it is attached
      detach it, move the rows that no longer fit, and attach it again

Nothing to run; 1 difference as listed.
