~ table public.t                                                        after.sql:1
    ~ privilege of app                                                  after.sql:2
        privileges: SELECT, INSERT -> SELECT
        with grant option: SELECT, INSERT -> none
    - privilege of reader
        ! breaks-clients  reader loses UPDATE on public.t

    [1] REVOKE UPDATE ON TABLE public.t FROM reader;

Not done by this build, whatever is allowed:
  ! privilege of app on table public.t
      SELECT can't be taken back while keeper holds it from a role that is not the owner
      revoke it from keeper as that role first; if it is declared, the next plan grants it anew

Plan: 0 to create, 1 to alter, 0 to drop; 1 step in 1 transaction.
