// CREATE ROLE; pg_roles, without PostgreSQL's own (pg_read_all_data …). A role is of the whole
// cluster: it is managed only when asked for, and never dropped. Passwords are neither read nor
// written.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

struct Role : ObjectBase {
  bool login = false;
  bool superuser = false;
  bool create_role = false;
  bool create_database = false;
  bool inherit = true;
  bool replication = false;
  bool bypass_row_security = false;
  int connection_limit = -1;
  SqlExpression valid_until;          // a literal: '2030-01-01'; empty: for ever
  std::vector<std::string> settings;  // "search_path=app", sorted; those of all databases
  static constexpr auto kFields = std::tuple{Field{"login", &Role::login},
                                             Field{"superuser", &Role::superuser},
                                             Field{"createrole", &Role::create_role},
                                             Field{"createdb", &Role::create_database},
                                             Field{"inherit", &Role::inherit},
                                             Field{"replication", &Role::replication},
                                             Field{"bypassrls", &Role::bypass_row_security},
                                             Field{"connection limit", &Role::connection_limit},
                                             Field{"valid until", &Role::valid_until},
                                             Field{"settings", &Role::settings}};
};

}  // namespace schemadiff
