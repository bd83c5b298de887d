// What Drizzle calls the types of columns.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/generate/drizzle/naming.h"
#include "engine/model/catalog.h"

namespace schemadiff::drizzle {

// What literals of a type look like.
enum class Values : uint8_t {
  integer,
  big_integer,
  numeric,
  floating,
  boolean,
  text,
  json,
  timestamp,
  date,
  time,
  uuid,
  enumeration,
  other,
};

struct ColumnType {
  std::string function;  // "varchar", "orderSide", "byteaType"
  std::string config;    // "{ length: 20 }", or nothing
  bool array = false;
  Values values = Values::other;
  std::string sql;     // without modifiers and brackets: "character varying", "public.order_side"
  ObjectId enum_type;  // of values `enumeration`
};

// The types of one schema.ts, with the names of drizzle-orm that they use.
class Types {
 public:
  Types(const Catalog& catalog, const std::map<ObjectId, std::string>& constants)
      : catalog_(catalog), constants_(constants) {}

  // `serial`: the column has a sequence of its own.
  ColumnType of(const TypeRef& type, bool serial = false);

  const std::set<std::string>& imports() const { return imports_; }
  // Names the custom types that were used, in the order of their SQL. Until then their functions
  // are "\0SQL\0".
  struct Custom {
    std::string sql;
    std::string constant;
    std::string data;  // the type of its values in TypeScript
  };
  std::vector<Custom> customs(NameScope& scope) const;
  static std::string placeholder(const std::string& sql) { return '\0' + sql + '\0'; }

 private:
  ColumnType builtin(const std::string& name, const std::string& modifiers, bool serial);
  ColumnType custom(const TypeRef& type, const std::string& sql, bool array);
  std::string data_type(const TypeRef& type) const;

  const Catalog& catalog_;
  const std::map<ObjectId, std::string>& constants_;
  std::set<std::string> imports_;
  std::map<std::string, std::string> customs_;  // SQL -> type of values
};

}  // namespace schemadiff::drizzle
