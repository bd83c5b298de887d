#include "engine/plan/step.h"

#include "engine/base/check.h"
#include "engine/plan/step_builder.h"

namespace schemadiff {

std::string_view verb_word(Verb verb) {
  switch (verb) {
    case Verb::create:
      return "create";
    case Verb::alter:
      return "alter";
    case Verb::drop:
      return "drop";
    case Verb::rename:
      return "rename";
  }
  return "?";
}

std::string_view lock_word(Lock lock) {
  switch (lock) {
    case Lock::none:
      return "none";
    case Lock::access_share:
      return "ACCESS SHARE";
    case Lock::row_share:
      return "ROW SHARE";
    case Lock::row_exclusive:
      return "ROW EXCLUSIVE";
    case Lock::share_update_exclusive:
      return "SHARE UPDATE EXCLUSIVE";
    case Lock::share:
      return "SHARE";
    case Lock::share_row_exclusive:
      return "SHARE ROW EXCLUSIVE";
    case Lock::exclusive:
      return "EXCLUSIVE";
    case Lock::access_exclusive:
      return "ACCESS EXCLUSIVE";
  }
  return "?";
}

std::string_view hazard_word(HazardCode code) {
  switch (code) {
    case HazardCode::data_loss:
      return "data-loss";
    case HazardCode::widens_access:
      return "widens-access";
    case HazardCode::table_rewrite:
      return "table-rewrite";
    case HazardCode::full_scan:
      return "full-scan";
    case HazardCode::blocking_index_build:
      return "blocking-index-build";
    case HazardCode::breaks_clients:
      return "breaks-clients";
    case HazardCode::not_transactional:
      return "not-transactional";
    case HazardCode::needs_privileges:
      return "needs-privileges";
    case HazardCode::overwrites_rows:
      return "overwrites-rows";
    case HazardCode::stale_results:
      return "stale-results";
  }
  return "?";
}

bool needs_allowance(HazardCode code) {
  return code == HazardCode::data_loss || code == HazardCode::widens_access;
}

Step& StepBuilder::add(Verb verb, const ObjectBase& object, std::string sql) {
  Step& step = steps_.emplace_back();
  step.verb = verb;
  step.object = object.id;
  step.source = object.source;
  step.sql = std::move(sql);
  (verb == Verb::drop ? step.destroys : step.produces).push_back(object.id);
  return step;
}

void StepBuilder::refuse(const ObjectBase& object, std::string reason, std::string hint) {
  refusals_.push_back({object.id, object.source, std::move(reason), std::move(hint)});
}

const MemberIndex& StepBuilder::live_index() const {
  if (!live_members_) live_members_ = std::make_unique<MemberIndex>(live);
  return *live_members_;
}

const Members& StepBuilder::desired_members(const ObjectId& relation) const {
  if (!desired_members_) desired_members_ = std::make_unique<MemberIndex>(desired);
  return desired_members_->of(relation);
}

const std::vector<const Column*>& StepBuilder::live_columns_with(const ObjectId& type) const {
  if (!live_stored_types_) live_stored_types_ = std::make_unique<StoredTypes>(live);
  return live_stored_types_->columns_with(type);
}

const Column* StepBuilder::live_identity(const QualifiedName& sequence) const {
  if (!live_identities_) {
    live_identities_.emplace();
    for (const auto& [id, column] : live.objects<Column>()) {
      if (column.identity) live_identities_->emplace(column.identity->sequence, &column);
    }
  }
  const auto found = live_identities_->find(sequence);
  return found == live_identities_->end() ? nullptr : found->second;
}

std::string TableStatement::sql() const {
  std::string out = head;
  if (!elements.empty()) {
    out += " (";
    for (size_t i = 0; i < elements.size(); ++i) {
      const Element& element = elements[i];
      out += (i == 0 ? "\n    " : ",\n    ") + element.sql;
      if (!element.default_sql.empty()) out += " " + element.default_sql;
      if (!element.suffix.empty()) out += " " + element.suffix;
    }
    out += "\n)";
  } else if (needs_list) {
    out += " ()";
  }
  if (!tail.empty()) out += "\n" + tail;
  return out;
}

const std::string& use(Step& step, const SqlExpression& expression) {
  check(!step.path || *step.path == expression.path || expression.path.sql.empty() ||
            step.path->sql.empty(),
        "two search paths in one step: " + step.sql);
  if (!step.path || step.path->sql.empty()) step.path = expression.path;
  return expression.text;
}

}  // namespace schemadiff
