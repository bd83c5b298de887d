// CREATE SERVER; pg_foreign_server.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct ForeignServer : ObjectBase {
  Identifier wrapper;
  std::string type;     // empty: none
  std::string version;  // empty: none
  StorageOptions options;
  static constexpr auto kFields = std::tuple{
      Field{"foreign data wrapper", &ForeignServer::wrapper}, Field{"type", &ForeignServer::type},
      Field{"version", &ForeignServer::version}, Field{"options", &ForeignServer::options}};
};

}  // namespace schemadiff
