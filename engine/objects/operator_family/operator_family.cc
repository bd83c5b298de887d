#include "engine/objects/operator_family/operator_family.h"

#include <algorithm>
#include <tuple>

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/effects.h"
#include "engine/objects/operator_family/recreated_class.h"
#include "engine/objects/write.h"

namespace schemadiff {

bool FamilyMember::same_place(const FamilyMember& other) const {
  return is_function == other.is_function && number == other.number && left == other.left &&
         right == other.right;
}

bool FamilyMember::operator<(const FamilyMember& other) const {
  return std::tie(is_function, left, right, number) <
         std::tie(other.is_function, other.left, other.right, other.number);
}

bool operator==(const FamilyMember& a, const FamilyMember& b) {
  return a.same_place(b) && a.name == b.name && a.sort_family == b.sort_family &&
         (a.arguments == b.arguments || a.arguments.empty() || b.arguments.empty());
}

std::string FamilyMember::sql() const {
  const std::string types = "(" + left + ", " + right + ")";
  const std::string number_sql = std::to_string(number);
  if (is_function) return "FUNCTION " + number_sql + " " + types + " " + name.sql() + arguments;
  std::string out = "OPERATOR " + number_sql + " " + operator_name(name.schema, name.name) + types;
  if (!sort_family.empty()) out += " FOR ORDER BY " + sort_family.sql();
  return out;
}

std::string display(const FamilyMember& member) { return member.sql(); }

namespace {

// The class that declares members of this type; kind none: ALTER OPERATOR FAMILY does.
ObjectId declaring_class(const Catalog& catalog, const ObjectId& family,
                         const FamilyMember& member) {
  if (member.left != member.right) return {};
  ObjectId first;
  for (const auto& [id, candidate] : catalog.objects<OperatorClass>()) {
    const bool fits = id.sub == family.sub && candidate.type.sql == member.left &&
                      candidate.family == QualifiedName{family.schema, family.name};
    if (fits && (!first.known() || id < first)) first = id;
  }
  return first;
}

}  // namespace

std::string alter_family(const ObjectId& family, const std::string& verb,
                         const std::vector<std::string>& items) {
  std::string sql = "ALTER OPERATOR FAMILY " + qualified_name(family) + " " + verb;
  for (const std::string& item : items)
    sql += (&item == &items.front() ? "" : ",") + ("\n    " + item);
  return sql;
}

std::string FamilyMember::place_sql() const {
  return std::string(is_function ? "FUNCTION " : "OPERATOR ") + std::to_string(number) + " (" +
         left + ", " + right + ")";
}

void consume_members(Step& step, const std::vector<FamilyMember>& members) {
  for (const FamilyMember& member : members) {
    step.consumes.push_back(
        member.is_function
            ? object_id(Kind::function, member.name.schema, member.name.name, member.arguments)
            : object_id(Kind::operator_, member.name.schema, member.name.name,
                        "(" + member.left + ", " + member.right + ")"));
  }
}

std::vector<FamilyMember> members_of_class(const Catalog& catalog, const ObjectId& id) {
  std::vector<FamilyMember> out;
  const OperatorClass* of = catalog.find<OperatorClass>(id);
  if (of == nullptr) return out;
  const ObjectId family_id =
      object_id(Kind::operator_family, of->family.schema, of->family.name, id.sub);
  const OperatorFamily* family = catalog.find<OperatorFamily>(family_id);
  if (family == nullptr) return out;
  for (const FamilyMember& member : family->members) {
    if (declaring_class(catalog, family_id, member) == id) out.push_back(member);
  }
  return out;
}

std::vector<FamilyMember> members_of_recreated(const Catalog& live, const Catalog& desired,
                                               const ObjectId& id) {
  std::vector<FamilyMember> out = members_of_class(desired, id);
  const OperatorClass& of = *desired.find<OperatorClass>(id);
  const ObjectId family_id =
      object_id(Kind::operator_family, of.family.schema, of.family.name, id.sub);
  const OperatorFamily* before = live.find<OperatorFamily>(family_id);
  const OperatorFamily* after = desired.find<OperatorFamily>(family_id);
  if (before == nullptr || after == nullptr) return out;
  for (const FamilyMember& member : after->members) {
    const auto old = std::find(before->members.begin(), before->members.end(), member);
    const bool goes = old != before->members.end() && old->tied_to == id;
    if (goes && !declaring_class(desired, family_id, member).known()) out.push_back(member);
  }
  std::sort(out.begin(), out.end());
  return out;
}

template <>
void Rules<OperatorFamily>::expressions(OperatorFamily&, const ExpressionVisitor&) {}

template <>
void Rules<OperatorFamily>::references(const OperatorFamily& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.object(object_id(Kind::access_method, {}, object.id.sub));
}

template <>
void Rules<OperatorFamily>::create(const OperatorFamily& object, StepBuilder& steps) {
  steps.add(Verb::create, object, "CREATE OPERATOR FAMILY " + qualified_name(object.id));
  std::vector<FamilyMember> loose;
  std::vector<std::string> items;
  for (const FamilyMember& member : object.members) {
    if (declaring_class(steps.desired, object.id, member).known()) continue;
    loose.push_back(member);
    items.push_back(member.sql());
  }
  if (loose.empty()) return;
  Step& step = steps.add(Verb::create, object, alter_family(object.id, "ADD", items));
  consume_members(step, loose);
}

template <>
bool Rules<OperatorFamily>::alter(const OperatorFamily& live, const OperatorFamily& desired,
                                  const FieldChanges&, StepBuilder& steps) {
  // A class that goes takes its members along, one that comes brings them.
  const auto stays = [&](const ObjectId& id) {
    const OperatorClass* before = steps.live.find<OperatorClass>(id);
    const OperatorClass* after = steps.desired.find<OperatorClass>(id);
    return before != nullptr && after != nullptr && compare_fields(*before, *after).empty();
  };
  std::vector<std::string> gone;
  for (const FamilyMember& member : live.members) {
    const auto& wanted = desired.members;
    if (std::find(wanted.begin(), wanted.end(), member) != wanted.end()) continue;
    if (!member.tied_to.known()) {
      gone.push_back(member.place_sql());
    } else if (stays(member.tied_to)) {
      return false;
    }
  }
  std::vector<std::string> added;
  std::vector<FamilyMember> new_members;
  for (const FamilyMember& member : desired.members) {
    const auto old = std::find(live.members.begin(), live.members.end(), member);
    if (old != live.members.end()) {
      // One that goes with its class comes back with that, if that does.
      const ObjectId& of = old->tied_to;
      if (!of.known() || stays(of) || steps.desired.contains(of)) continue;
    }
    const ObjectId declaring = declaring_class(steps.desired, desired.id, member);
    if (declaring.known() && !stays(declaring)) continue;
    added.push_back(member.sql());
    new_members.push_back(member);
  }
  if (!gone.empty()) steps.add(Verb::alter, desired, alter_family(desired.id, "DROP", gone));
  if (!added.empty()) {
    Step& step = steps.add(Verb::alter, desired, alter_family(desired.id, "ADD", added));
    consume_members(step, new_members);
  }
  return true;
}

template <>
void Rules<OperatorFamily>::drop(const OperatorFamily& object, StepBuilder& steps) {
  steps.add(Verb::drop, object, "DROP OPERATOR FAMILY " + qualified_name(object.id));
}

}  // namespace schemadiff
