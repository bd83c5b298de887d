~ subscription s                                                        after.sql:1
    two_phase: no -> yes

Not done by this build, whatever is allowed:
  ! subscription s                                                      after.sql:1
      PostgreSQL before 18 can't change two_phase
      drop the subscription and make it again, by hand

Nothing to run; 1 difference as listed.
