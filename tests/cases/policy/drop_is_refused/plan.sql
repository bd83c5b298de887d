~ table public.t                                                        after.sql:1
    - policy gone
        ! widens-access  drops the row security policy gone
          needs --allow widens-access:policy:public.t.gone

        -- refused
    [1] DROP POLICY gone ON public.t;

Plan: 0 to create, 1 to alter, 0 to drop; 1 step in 1 transaction.
1 step is refused. To permit it:
  --allow widens-access:policy:public.t.gone
