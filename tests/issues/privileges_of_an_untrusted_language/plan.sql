~ language l                                                            after.sql:1
    - privilege of reader

Not done by this build, whatever is allowed:
  ! privilege of reader on language l
      the language is untrusted, and PostgreSQL lets nobody grant or revoke anything on such a one
      make it trusted, change its privileges, and make it untrusted again

Nothing to run; 1 difference as listed.
