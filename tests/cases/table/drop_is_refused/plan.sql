- table public.a  (1 column)
    ! data-loss  drops the table and its rows
      needs --allow data-loss:table:public.a

        -- refused
    [1] DROP TABLE public.a;

Plan: 0 to create, 0 to alter, 1 to drop; 1 step in 1 transaction.
1 step is refused. To permit it:
  --allow data-loss:table:public.a
