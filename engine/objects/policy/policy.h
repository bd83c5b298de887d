// CREATE POLICY; pg_policy.
#pragma once

#include "engine/model/field.h"

namespace schemadiff {

enum class PolicyCommand : char {
  all = '*',
  select = 'r',
  insert = 'a',
  update = 'w',
  delete_ = 'd'
};
std::string display(PolicyCommand command);

struct Policy : ObjectBase {
  ObjectId table;
  bool permissive = true;
  PolicyCommand command = PolicyCommand::all;
  std::vector<Identifier> roles;  // sorted; empty: PUBLIC
  std::optional<SqlExpression> using_;
  std::optional<SqlExpression> with_check;
  static constexpr auto kFields =
      std::tuple{Field{"permissive", &Policy::permissive}, Field{"command", &Policy::command},
                 Field{"roles", &Policy::roles}, Field{"using", &Policy::using_},
                 Field{"with check", &Policy::with_check}};
};

}  // namespace schemadiff
