# unity_groups(TARGET): with SCHEMADIFF_UNITY, its sources are compiled about ten at a time, those of
# one folder together (the kinds' small folders count as one). Headers are then read a tenth as
# often. Names in the unnamed namespaces of one folder must differ for that. Not for a library of
# which a program may want a part without what the others need.
set(UNITY_GROUP_SIZE 10)

function(unity_groups target)
  if(NOT SCHEMADIFF_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    cmake_path(IS_PREFIX CMAKE_CURRENT_BINARY_DIR "${source}" generated)
    if(generated)
      continue()
    endif()
    get_filename_component(source "${source}" ABSOLUTE)
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE folder)
    cmake_path(GET folder PARENT_PATH folder)
    string(REGEX REPLACE "^engine/objects/.*" "engine/objects" folder "${folder}")
    string(MAKE_C_IDENTIFIER "${folder}" folder)
    math(EXPR count_${folder} "${count_${folder}} + 1")
    math(EXPR part "(${count_${folder}} - 1) / ${UNITY_GROUP_SIZE}")
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${folder}_${part})
  endforeach()
endfunction()
