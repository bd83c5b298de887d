// A library needs a source before its own ones have landed.
