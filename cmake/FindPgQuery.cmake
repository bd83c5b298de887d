# libpg_query ships no pkg-config file: PGQUERY_ROOT names another build of it.
find_path(PgQuery_INCLUDE_DIR pg_query.h HINTS ${PGQUERY_ROOT} PATH_SUFFIXES include)
find_library(PgQuery_LIBRARY pg_query HINTS ${PGQUERY_ROOT} PATH_SUFFIXES lib)
find_library(ProtobufC_LIBRARY protobuf-c)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(PgQuery REQUIRED_VARS PgQuery_LIBRARY PgQuery_INCLUDE_DIR ProtobufC_LIBRARY)
if(PgQuery_FOUND AND NOT TARGET PgQuery::PgQuery)
  add_library(PgQuery::PgQuery UNKNOWN IMPORTED)
  set_target_properties(PgQuery::PgQuery PROPERTIES
    IMPORTED_LOCATION ${PgQuery_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${PgQuery_INCLUDE_DIR}
    INTERFACE_LINK_LIBRARIES ${ProtobufC_LIBRARY})
endif()
