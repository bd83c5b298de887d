// CREATE OPERATOR FAMILY; pg_opfamily, pg_amop, pg_amproc.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

class Catalog;
struct Step;

// An operator or support function of a family, declared with one of its classes or by itself. Which
// of them PostgreSQL ties to a class is the access method's own affair, and differs by version.
struct FamilyMember {
  bool is_function = false;
  int number = 0;
  std::string left;  // types, as format_type() writes them
  std::string right;
  QualifiedName name;         // an operator without schema is pg_catalog's
  std::string arguments;      // of a function: "(integer, integer)"; empty in a file: not said
  QualifiedName sort_family;  // FOR ORDER BY: a btree family; empty: FOR SEARCH
  ObjectId tied_to;           // live: the class without which it goes; kind none: it is loose

  bool same_place(const FamilyMember& other) const;
  bool operator<(const FamilyMember& other) const;
  friend bool operator==(const FamilyMember& a, const FamilyMember& b);
  // "OPERATOR 1 <(integer, integer)": as CREATE OPERATOR CLASS and ALTER OPERATOR FAMILY write it.
  std::string sql() const;
  // "OPERATOR 1 (integer, integer)": as ALTER OPERATOR FAMILY … DROP writes it.
  std::string place_sql() const;
};
std::string display(const FamilyMember& member);

struct OperatorFamily : ObjectBase {  // id.sub is the access method
  std::vector<FamilyMember> members;  // sorted
  static constexpr auto kFields = std::tuple{Field{"members", &OperatorFamily::members}};
};

// The members that CREATE OPERATOR CLASS of `id` declares: those of its own type, unless another
// class of the family comes first.
std::vector<FamilyMember> members_of_class(const Catalog& catalog, const ObjectId& id);

// "ALTER OPERATOR FAMILY … ADD" or DROP, with an item a line.
std::string alter_family(const ObjectId& family, const std::string& verb,
                         const std::vector<std::string>& items);
// The step needs the operators and functions.
void consume_members(Step& step, const std::vector<FamilyMember>& members);

}  // namespace schemadiff
