CREATE TABLE public.accounts (id integer PRIMARY KEY, balance integer);
CREATE FUNCTION public.pay(id integer, amount integer) RETURNS void LANGUAGE sql
BEGIN ATOMIC
    UPDATE accounts SET balance = balance - amount WHERE accounts.id = pay.id AND amount > 0;
END;
