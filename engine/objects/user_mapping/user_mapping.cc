#include "engine/objects/user_mapping/user_mapping.h"

#include <algorithm>

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/write.h"

namespace schemadiff {

bool operator==(const SecretOptions& a, const SecretOptions& b) {
  if (!a.known || !b.known) return true;
  if (a.options.size() != b.options.size()) return false;
  return std::all_of(a.options.begin(), a.options.end(), [&](const auto& option) {
    return std::any_of(b.options.begin(), b.options.end(), [&](const auto& other) {
      return option.first == other.first &&
             (option.second == other.second || option.second == kHidden || other.second == kHidden);
    });
  });
}

namespace {

StorageOptions without_values(StorageOptions options) {
  for (auto& [name, value] : options) value = kHidden;
  return options;
}

std::string target(const UserMapping& mapping) {
  return "USER MAPPING " + qualified_name(mapping.id);
}

// A value that the desired state does not have can't be written. False: refused.
bool writable(const UserMapping& mapping, const StorageOptions& options, StepBuilder& steps) {
  for (const auto& [name, value] : options) {
    if (value != kHidden) continue;
    steps.refuse(mapping,
                 "the desired state hides the value of its option " + quote_identifier(name),
                 "write the value, or make the user mapping by hand");
    return false;
  }
  return true;
}

}  // namespace

std::string display(const SecretOptions& options) {
  return options.known ? display(without_values(options.options)) : std::string(kHidden);
}

template <>
void Rules<UserMapping>::expressions(UserMapping&, const ExpressionVisitor&) {}

template <>
void Rules<UserMapping>::references(const UserMapping& object, ReferenceSink& sink) {
  sink.object(object_id(Kind::foreign_server, {}, object.id.name));
  sink.role(object.id.sub);
}

template <>
void Rules<UserMapping>::create(const UserMapping& object, StepBuilder& steps) {
  const StorageOptions& options = object.options.options;
  if (!writable(object, options, steps)) return;
  const std::string head = "CREATE " + target(object);
  Step& step = steps.add(Verb::create, object, head + foreign_options_sql(options));
  if (object.id.sub == Identifier("public")) {
    for (const auto& [id, other] : steps.live.objects<UserMapping>()) {
      if (id.name != object.id.name || steps.desired.contains(id)) continue;
      add_hazard(step, HazardCode::widens_access,
                 "everybody who may use the server gets what was that of " + quote(id.sub));
      break;
    }
  }
  if (options.empty()) return;
  step.secret = true;
  step.shown = head + foreign_options_sql(without_values(options));
}

template <>
bool Rules<UserMapping>::alter(const UserMapping& live, const UserMapping& desired,
                               const FieldChanges&, StepBuilder& steps) {
  StorageOptions wanted = desired.options.options;
  // What is hidden stays as it is.
  for (auto& [name, value] : wanted) {
    if (value != kHidden) continue;
    for (const auto& [other, live_value] : live.options.options) {
      if (other == name) value = live_value;
    }
  }
  if (!writable(desired, wanted, steps)) return true;
  const StorageOptions& before = live.options.options;
  Step& step = steps.add(Verb::alter, desired,
                         alter_statement(target(desired), foreign_option_changes(before, wanted)));
  step.secret = true;
  step.shown = alter_statement(target(desired),
                               foreign_option_changes(before, wanted, std::string(kHidden)));
  for (const auto& [name, value] : before) {
    const bool stays = std::any_of(wanted.begin(), wanted.end(),
                                   [&, &name = name](const auto& o) { return o.first == name; });
    if (stays) continue;
    add_hazard(step, HazardCode::data_loss,
               "its option " + quote_identifier(name) + ", a password perhaps, is gone");
  }
  return true;
}

template <>
void Rules<UserMapping>::drop(const UserMapping& object, StepBuilder& steps) {
  Step& step = steps.add(Verb::drop, object, "DROP " + target(object));
  if (steps.desired.contains(object.id) || object.options.options.empty()) return;
  add_hazard(step, HazardCode::data_loss, "its options, a password perhaps, are gone");
}

}  // namespace schemadiff
