~ base type public.category                                             after.sql:31
    category: U -> X

~ base type public.collatable                                           after.sql:36
    collatable: no -> yes

~ base type public.defaulted                                            after.sql:33
    default: none -> x

~ base type public.delimiter                                            after.sql:35
    delimiter: , -> ;

~ base type public.element                                              after.sql:34
    subscript: none -> pg_catalog.raw_array_subscript_handler
    element: none -> double precision

~ base type public.length                                               after.sql:29
    internallength: 8 -> 16

~ base type public.output                                               after.sql:37
    output: public.output_out -> public.output_too

~ base type public.passed                                               after.sql:30
    passedbyvalue: no -> yes

~ base type public.preferred                                            after.sql:32
    preferred: no -> yes

Not done by this build, whatever is allowed:
  ! base type public.category                                           after.sql:31
      PostgreSQL can't change the category of a base type in place
      make a type with another name, and give it to the columns
  ! base type public.collatable                                         after.sql:36
      PostgreSQL can't change the collatable of a base type in place
      make a type with another name, and give it to the columns
  ! base type public.defaulted                                          after.sql:33
      PostgreSQL can't change the default of a base type in place
      make a type with another name, and give it to the columns
  ! base type public.delimiter                                          after.sql:35
      PostgreSQL can't change the delimiter of a base type in place
      make a type with another name, and give it to the columns
  ! base type public.element                                            after.sql:34
      PostgreSQL can't change the element of a base type in place
      make a type with another name, and give it to the columns
  ! base type public.length                                             after.sql:29
      PostgreSQL can't change the internallength of a base type in place
      make a type with another name, and give it to the columns
  ! base type public.output                                             after.sql:37
      PostgreSQL can't change the output of a base type in place
      make a type with another name, and give it to the columns
  ! base type public.passed                                             after.sql:30
      PostgreSQL can't change the passedbyvalue of a base type in place
      make a type with another name, and give it to the columns
  ! base type public.preferred                                          after.sql:32
      PostgreSQL can't change the preferred of a base type in place
      make a type with another name, and give it to the columns

Nothing to run; 9 differences as listed.
