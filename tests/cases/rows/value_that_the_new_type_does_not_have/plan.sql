~ table public.sizes                                                    after.sql:2
    ~ column size                                                       after.sql:2
        type: text -> integer
        ! data-loss  not every text of public.sizes.size is known to keep its value as integer
          needs --allow data-loss:column:public.sizes.size
    ~ column weight                                                     after.sql:2
        type: text -> numeric(5,1)
        ! data-loss  not every text of public.sizes.weight is known to keep its value as numeric(5,1)
          needs --allow data-loss:column:public.sizes.weight
    ! table-rewrite  writes public.sizes and its indexes anew while nobody can use it

        -- refused
    [1] ALTER TABLE public.sizes
            ALTER COLUMN size TYPE integer USING size::integer,
            ALTER COLUMN weight TYPE numeric(5,1) USING weight::numeric;

~ rows public.sizes  (2 to change)                                      after.sql:3
    ~ sizes[id=1].size: ten -> 10
    ~ sizes[id=2].weight: 2.0 -> 2.5
    ! overwrites-rows  1 value that somebody may have put there on purpose is overwritten: sizes[id=1].size: was ten
    ! overwrites-rows  1 value that somebody may have put there on purpose is overwritten: sizes[id=2].weight: was 2.0

        -- held back: needs a refused step
    [2] UPDATE public.sizes
        SET size = 10
        WHERE id = 1;
        -- held back: needs a refused step
    [3] UPDATE public.sizes
        SET weight = 2.5
        WHERE id = 2;

Plan: 0 to create, 1 to alter, 0 to drop; 0 rows to add, 2 to change, 0 to delete; 3 steps in 1 transaction.
1 step is refused and 2 held back with it. To permit it:
  --allow data-loss:column:public.sizes.size
  --allow data-loss:column:public.sizes.weight
