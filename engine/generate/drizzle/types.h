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
  // are placeholders.
  struct Custom {
    std::string placeholder;
    std::string constant;
    std::string definition;  // customType<…>({ … })
  };
  std::vector<Custom> customs(NameScope& scope) const;

 private:
  ColumnType builtin(const std::string& name, const std::string& modifiers, bool serial);
  ColumnType custom(const TypeRef& type, const std::string& sql, bool array);
  std::string data_type(const TypeRef& type) const;
  static std::string definition(const std::string& data, const std::string& sql, bool in_array);

  const Catalog& catalog_;
  const std::map<ObjectId, std::string>& constants_;
  std::set<std::string> imports_;
  std::map<std::pair<std::string, bool>, std::string> customs_;  // SQL, "in arrays" -> definition
};

}  // namespace schemadiff::drizzle
