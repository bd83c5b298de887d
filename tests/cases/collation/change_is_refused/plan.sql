~ collation public.c                                                    after.sql:1
    lc_collate: C -> POSIX
    lc_ctype: C -> POSIX

Not done by this build, whatever is allowed:
  ! collation public.c                                                  after.sql:1
      column public.t.a depends on collation public.c, and can't be dropped and recreated without losing data

Nothing to run; 1 difference as listed.
