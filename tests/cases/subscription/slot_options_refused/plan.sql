~ subscription without_slot                                             after.sql:1
    failover: no -> yes

Not done by this build, whatever is allowed:
  ! subscription without_slot                                           after.sql:1
      without a slot_name PostgreSQL can't change two_phase and failover
      name a slot

Nothing to run; 1 difference as listed.
