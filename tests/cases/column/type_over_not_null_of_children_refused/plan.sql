~ table public.p                                                        after.sql:1
    ~ column a                                                          after.sql:1
        type: integer -> bigint
        identity:
          - always, sequence public.p_a_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
          + always, start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1 no cycle

Not done by this build, whatever is allowed:
  ! column public.p.a                                                   after.sql:1
      PostgreSQL can't change the type of the column while public.p1 keeps it NOT NULL by a constraint of its own, with another name
      take public.p1 from its parent in a plan of its own, and put it back in the next

Nothing to run; 1 difference as listed.
