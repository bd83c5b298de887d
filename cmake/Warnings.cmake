# Errors for those who work on the code (the presets dev and others); a user's newer compiler may
# know warnings that ours does not.
option(SCHEMADIFF_WARNINGS_AS_ERRORS "Fail on compiler warnings" OFF)

add_library(schemadiff_warnings INTERFACE)
target_compile_options(schemadiff_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Wcast-qual -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Wrong about std::optional and std::string when optimising (GCC bugs 80635 and 105329).
  target_compile_options(schemadiff_warnings INTERFACE -Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
endif()
if(SCHEMADIFF_WARNINGS_AS_ERRORS)
  target_compile_options(schemadiff_warnings INTERFACE -Werror)
endif()
