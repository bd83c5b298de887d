add_library(schemadiff_sanitizers INTERFACE)
if(SCHEMADIFF_SANITIZE)
  target_compile_options(schemadiff_sanitizers INTERFACE
    -fsanitize=${SCHEMADIFF_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(schemadiff_sanitizers INTERFACE -fsanitize=${SCHEMADIFF_SANITIZE})
endif()
