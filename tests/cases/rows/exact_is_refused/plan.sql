~ rows public.exchanges  (1 to change, 1 to delete)                     after.sql:8
    ~ exchanges[name=coinbase].rest_url: https://edited -> NULL
    - exchanges[name=kraken]
    ! overwrites-rows  1 value that somebody may have put there on purpose is overwritten: exchanges[name=coinbase].rest_url: was https://edited
    ! data-loss  1 row that nobody declares is deleted: exchanges[name=kraken]
      needs --allow data-loss:rows:public.exchanges

    [1] UPDATE public.exchanges
        SET rest_url = NULL
        WHERE name = 'coinbase';
        -- refused
    [2] DELETE FROM public.exchanges AS live
        USING (VALUES
            (CAST('kraken' AS character varying(50)))) AS surplus (k1)
        WHERE live.name = surplus.k1;

Plan: 0 to create, 0 to alter, 0 to drop; 0 rows to add, 1 to change, 1 to delete; 2 steps in 1 transaction.
1 step is refused. To permit it:
  --allow data-loss:rows:public.exchanges
