~ table public.t                                                        after.sql:1
    ~ column a                                                          after.sql:1
        type: bigint -> integer
        ! table-rewrite  writes public.t and its indexes anew while nobody can use it
        ! data-loss  not every bigint of public.t.a is known to keep its value as integer
          needs --allow data-loss:column:public.t.a

        -- refused
    [1] ALTER TABLE public.t ALTER COLUMN a TYPE integer;

Plan: 0 to create, 1 to alter, 0 to drop; 1 step in 1 transaction.
1 step is refused. To permit it:
  --allow data-loss:column:public.t.a
