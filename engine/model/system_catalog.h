// What exists without being an object of ours: built-in types, casts, operators, functions,
// collations, operator classes, and those of installed extensions. Read from the live server, or,
// without one, from tables generated per version.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/model/values.h"

namespace schemadiff {

using Oid = uint32_t;

struct SystemType {
  Oid oid = 0;
  Identifier schema;
  Identifier name;         // typname: "int4", "_text"
  std::string sql;         // format_type(): "integer", "text[]", "public.citext"
  char type = 'b';         // typtype: b c d e m p r
  char category = 'U';     // typcategory
  bool preferred = false;  // typispreferred
  Oid element = 0;         // of a true array: its element type; else 0
  Oid array = 0;           // typarray
  Oid base = 0;            // of a domain
  Oid relation = 0;        // typrelid
  Oid collation = 0;       // typcollation
  // As CREATE TYPE writes them; read from a server only, else 0 and empty.
  int length = 0;
  bool by_value = false;
  std::string alignment;
  std::string storage;
};

struct SystemCast {
  Oid source = 0;
  Oid target = 0;
  Oid function = 0;    // 0: none (binary coercible, or through I/O)
  char context = 'e';  // e explicit, a assignment, i implicit
  char method = 'f';   // f function, b binary coercible, i through I/O
  // Of a user's cast, which is an object of a state that declares it: format_type() of its types.
  std::string source_of_user;
  std::string target_of_user;
};

struct SystemOperator {
  Oid oid = 0;
  Identifier schema;
  Identifier name;
  Oid left = 0;  // 0: prefix operator
  Oid right = 0;
  Oid result = 0;
  bool of_user = false;  // an object of the live catalog: nothing that a file may count on
};

struct SystemFunction {
  Oid oid = 0;
  Identifier schema;
  Identifier name;
  char kind = 'f';             // f a w p
  std::vector<Oid> arguments;  // input types
  Oid variadic = 0;            // element type of a VARIADIC array, 0: none
  int default_arguments = 0;
  Oid result = 0;
  bool returns_set = false;
  char volatility = 'v';
  // Names of the input arguments (proargnames), for calls by name; empty: none has a name.
  std::vector<Identifier> argument_names;
  // OUT, INOUT and TABLE arguments: the columns of such a call in FROM.
  std::vector<std::pair<Identifier, Oid>> outputs;
};

struct SystemOperatorClass {
  Identifier schema;
  Identifier name;
  Identifier method;
  Oid input = 0;
  bool is_default = false;
  Oid oid = 0;
  bool of_user = false;
};

struct SystemCollation {
  Oid oid = 0;
  Identifier schema;
  Identifier name;
  std::string collate;  // of libc, read from a server only
  std::string ctype;
  bool of_user = false;
};

// A text search parser, template, dictionary or configuration.
struct SystemTextSearch {
  Kind kind = Kind::none;
  Identifier schema;
  Identifier name;
};

struct InstalledExtension {
  Identifier name;
  Identifier schema;
};

// What extensions bring that are not there yet: no query finds it.
struct ComingNames {
  std::set<QualifiedName> relations;
  std::set<QualifiedName> functions;  // types too, which casts call by name
  // What is in no schema, and the schemas themselves.
  std::set<std::pair<Kind, Identifier>> named;
};

struct SystemCatalog {
  int server_version = 0;  // 150018: server_version_num, or of the built-in tables
  bool from_server = false;
  // current_setting('TimeZone') of the session: what a timestamptz literal without zone means.
  // Empty: not known.
  std::string time_zone;
  std::vector<SystemType> types;
  std::vector<SystemCast> casts;
  std::vector<SystemOperator> operators;
  std::vector<SystemFunction> functions;
  std::vector<SystemOperatorClass> operator_classes;
  std::vector<SystemCollation> collations;
  std::vector<SystemTextSearch> text_search;   // read from a server only
  std::vector<InstalledExtension> extensions;  // built-in tables: plpgsql
  ComingNames coming;                          // from a server only
  Identifier role;                             // current_user; empty: without a server
  std::vector<Identifier> roles;               // of the server

  // nullptr: it is not installed.
  const InstalledExtension* extension(Identifier name) const {
    for (const InstalledExtension& installed : extensions) {
      if (installed.name == name) return &installed;
    }
    return nullptr;
  }
};

}  // namespace schemadiff
