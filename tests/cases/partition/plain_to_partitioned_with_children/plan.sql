~ table public.payments                                                 after.sql:2
    partition key: none -> RANGE (paid)
    ~ column id                                                         after.sql:2
        not null: yes -> no
    - constraint payments_customer_fkey
    - constraint payments_pkey

    [1] ALTER TABLE public.payments DROP CONSTRAINT payments_customer_fkey;
    [2] ALTER TABLE public.payments DROP CONSTRAINT payments_pkey;
    [4] ALTER TABLE public.payments ALTER COLUMN id DROP NOT NULL;

~ table public.payments_2025                                            after.sql:3
    inherits: public.payments -> none
    partition of: none -> public.payments FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')
    - constraint payments_2025_paid_check

    [3] ALTER TABLE public.payments_2025 DROP CONSTRAINT payments_2025_paid_check;

+ table public.payments_2026  (1 index)                                 after.sql:4

Not done by this build, whatever is allowed:
  ! table public.payments                                               after.sql:2
      PostgreSQL can't turn a plain table into a partitioned one in place
  ! table public.payments_2025                                          after.sql:3
      it can't be a partition of public.payments, which is refused
  ! table public.payments_2026                                          after.sql:4
      it can't be a partition of public.payments, which is refused

Plan: 1 to create, 2 to alter, 0 to drop; 4 steps in 1 transaction.
