~ table public.t                                                        after.sql:1
    - column b
        ! data-loss  drops the column and its values
          needs --allow data-loss:column:public.t.b

        -- refused
    [2] ALTER TABLE public.t DROP COLUMN b;

- table public.t1
    ! data-loss  drops the partition and its rows
      needs --allow data-loss:table:public.t1

        -- refused
    [3] DROP TABLE public.t1;

- table public.t11
    ! data-loss  drops the partition and its rows
      needs --allow data-loss:table:public.t11

        -- refused
    [1] DROP TABLE public.t11;

Plan: 0 to create, 1 to alter, 2 to drop; 3 steps in 1 transaction.
3 steps are refused. To permit them:
  --allow data-loss:table:public.t11
  --allow data-loss:column:public.t.b
  --allow data-loss:table:public.t1
