~ enum public.state                                                     after.sql:1
    labels: new, done -> done, new

~ composite type public.person                                          after.sql:2
    attributes: state public.state, first text, last text -> state public.state, last text, first text

Not done by this build, whatever is allowed:
  ! composite type public.person                                        after.sql:2
      its values would have to be carried over, and PostgreSQL can't put its attributes into another order: new attributes go last
      declare them in the order that the database has, new ones behind them
  ! enum public.state                                                   after.sql:1
      it belongs together with composite type public.person, which is refused

Nothing to run; 2 differences as listed.
