add_library(schemadiff_warnings INTERFACE)
target_compile_options(schemadiff_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Wcast-qual -Wimplicit-fallthrough -Werror)
