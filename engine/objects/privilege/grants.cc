#include "engine/objects/privilege/grants.h"

#include <algorithm>

#include "engine/model/catalog.h"

namespace schemadiff {

GrantClass grant_class(Kind kind) {
  switch (kind) {
    case Kind::table:
    case Kind::view:
    case Kind::materialized_view:
      return GrantClass::relation;
    case Kind::column:
      return GrantClass::column;
    case Kind::sequence:
      return GrantClass::sequence;
    case Kind::schema:
      return GrantClass::schema;
    case Kind::function:
      return GrantClass::function;
    case Kind::enum_type:
    case Kind::domain:
    case Kind::composite_type:
    case Kind::range_type:
    case Kind::base_type:
      return GrantClass::type;
    case Kind::foreign_data_wrapper:
      return GrantClass::foreign_data_wrapper;
    case Kind::foreign_server:
      return GrantClass::foreign_server;
    case Kind::language:
      return GrantClass::language;
    default:
      return GrantClass::none;
  }
}

GrantClass grant_class(std::string_view default_object) {
  if (default_object == "TABLES") return GrantClass::relation;
  if (default_object == "SEQUENCES") return GrantClass::sequence;
  if (default_object == "FUNCTIONS") return GrantClass::function;
  if (default_object == "TYPES") return GrantClass::type;
  if (default_object == "SCHEMAS") return GrantClass::schema;
  return default_object == "LARGE OBJECTS" ? GrantClass::large_object : GrantClass::none;
}

std::string_view default_object(GrantClass type) {
  switch (type) {
    case GrantClass::relation:
      return "TABLES";
    case GrantClass::sequence:
      return "SEQUENCES";
    case GrantClass::function:
      return "FUNCTIONS";
    case GrantClass::type:
      return "TYPES";
    case GrantClass::schema:
      return "SCHEMAS";
    case GrantClass::large_object:
      return "LARGE OBJECTS";
    case GrantClass::column:
    case GrantClass::foreign_data_wrapper:
    case GrantClass::foreign_server:
    case GrantClass::language:
    case GrantClass::none:
      break;
  }
  return "";
}

std::vector<std::string> all_privileges(GrantClass type, int server_version) {
  switch (type) {
    case GrantClass::relation: {
      std::vector<std::string> words = {"SELECT",   "INSERT",     "UPDATE", "DELETE",
                                        "TRUNCATE", "REFERENCES", "TRIGGER"};
      if (server_version >= 170000) words.emplace_back("MAINTAIN");
      return words;
    }
    case GrantClass::column:
      return {"SELECT", "INSERT", "UPDATE", "REFERENCES"};
    case GrantClass::sequence:
      return {"USAGE", "SELECT", "UPDATE"};
    case GrantClass::schema:
      return {"USAGE", "CREATE"};
    case GrantClass::function:
      return {"EXECUTE"};
    case GrantClass::type:
    case GrantClass::foreign_data_wrapper:
    case GrantClass::foreign_server:
    case GrantClass::language:
      return {"USAGE"};
    case GrantClass::large_object:
      return {"SELECT", "UPDATE"};
    case GrantClass::none:
      break;
  }
  return {};
}

namespace {

Grants implicit_grants(GrantClass type, Identifier grantee, int server_version) {
  // The owner of a table holds nothing on its columns beside what the table's privileges give.
  if (grantee == owner_grantee() && type != GrantClass::column) {
    return {all_privileges(type, server_version), {}};
  }
  if (grantee != public_grantee()) return {};
  if (type == GrantClass::function) return {{"EXECUTE"}, {}};
  if (type == GrantClass::type || type == GrantClass::language) return {{"USAGE"}, {}};
  return {};
}

}  // namespace

Grants default_grants(const ObjectId& target, Identifier grantee, int server_version) {
  const bool of_public = target.kind == Kind::schema && target.name == Identifier("public");
  if (of_public && grantee == public_grantee()) {
    if (server_version >= 150000) return {{"USAGE"}, {}};
    return {{"USAGE", "CREATE"}, {}};
  }
  return implicit_grants(grant_class(target.kind), grantee, server_version);
}

Grants default_grants_of_new(const ObjectId& default_privilege, int server_version) {
  if (!default_privilege.schema.empty()) return {};
  return implicit_grants(grant_class(default_privilege.sub.str()), default_privilege.grantee,
                         server_version);
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

void add_words(std::vector<std::string>& words, const std::vector<std::string>& more,
               const std::vector<std::string>& all) {
  std::vector<std::string> out;
  for (const std::string& word : all) {
    if (contains(words, word) || contains(more, word)) out.push_back(word);
  }
  words = std::move(out);
}

void remove_words(std::vector<std::string>& words, const std::vector<std::string>& gone) {
  std::erase_if(words, [&](const std::string& word) { return contains(gone, word); });
}

GrantChanges grant_changes(const Grants& from, const Grants& to) {
  GrantChanges out;
  for (const std::string& word : from.privileges) {
    if (!contains(to.privileges, word)) out.revoke.push_back(word);
  }
  for (const std::string& word : to.privileges) {
    const bool had_option = contains(from.with_grant_option, word);
    if (contains(to.with_grant_option, word)) {
      if (!had_option) out.grant_with_option.push_back(word);
    } else if (!contains(from.privileges, word)) {
      out.grant.push_back(word);
    } else if (had_option) {
      out.revoke_option.push_back(word);
    }
  }
  return out;
}

ObjectId privilege_host(const Catalog& catalog, const ObjectId& privilege) {
  if (privilege.of == Kind::column) return catalog.find_relation(privilege.schema, privilege.name);
  if (privilege.of == Kind::sequence && !privilege.sub.empty()) {
    const ObjectId column =
        object_id(Kind::column, privilege.schema, privilege.name, privilege.sub);
    if (catalog.contains(column)) return column;
    return catalog.find_relation(privilege.schema, privilege.name);
  }
  return privilege.target();
}

}  // namespace schemadiff
