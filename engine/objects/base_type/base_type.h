// CREATE TYPE … (INPUT = …); pg_type.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct BaseType : ObjectBase {
  QualifiedName input;  // functions; empty: none
  QualifiedName output;
  QualifiedName receive;
  QualifiedName send;
  QualifiedName typmod_in;
  QualifiedName typmod_out;
  QualifiedName analyze;
  QualifiedName subscript;  // 14 and later
  // Those of `like` where that is said; not stated where they can't be known.
  std::optional<int> length;  // bytes; -1: variable, -2: a C string
  std::optional<bool> by_value;
  std::optional<std::string> alignment;  // "char", "int2", "int4", "double"
  std::optional<std::string> storage;    // "plain", "external", "extended", "main"
  // LIKE: how to make it, and no field; empty where another option is known to say otherwise.
  TypeRef like;
  std::string category = "U";
  bool preferred = false;
  std::optional<std::string> default_value;  // as text; none: NULL
  TypeRef element;                           // empty: no subscripts
  std::string delimiter = ",";
  bool collatable = false;
  static constexpr auto kFields =
      std::tuple{Field{"input", &BaseType::input},
                 Field{"output", &BaseType::output},
                 Field{"receive", &BaseType::receive},
                 Field{"send", &BaseType::send},
                 Field{"typmod_in", &BaseType::typmod_in},
                 Field{"typmod_out", &BaseType::typmod_out},
                 Field{"analyze", &BaseType::analyze},
                 Field{"subscript", &BaseType::subscript},
                 Field{"internallength", &BaseType::length, Compare::when_stated},
                 Field{"passedbyvalue", &BaseType::by_value, Compare::when_stated},
                 Field{"alignment", &BaseType::alignment, Compare::when_stated},
                 Field{"storage", &BaseType::storage, Compare::when_stated},
                 Field{"category", &BaseType::category},
                 Field{"preferred", &BaseType::preferred},
                 Field{"default", &BaseType::default_value},
                 Field{"element", &BaseType::element},
                 Field{"delimiter", &BaseType::delimiter},
                 Field{"collatable", &BaseType::collatable}};
};

// True if the function, by its name, is one of those that make the type what it is.
bool is_made_of(const BaseType& type, const QualifiedName& function);

// True if it is one of those and takes or returns the type: they go with it, and it with them.
bool goes_with(const Function& function, const BaseType& type);

}  // namespace schemadiff
