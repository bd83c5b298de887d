#include "engine/objects/function/stored_results.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "engine/model/text_references.h"
#include "engine/objects/effects.h"
#include "engine/objects/write.h"

namespace schemadiff {

namespace {

// Keeps what an expression gave.
bool keeps_results(const Index& index) {
  return !index.predicate.empty() ||
         std::any_of(index.elements.begin(), index.elements.end(),
                     [](const IndexElement& element) { return element.column.empty(); });
}
bool keeps_results(const Constraint& constraint) { return !constraint.foreign_key; }
bool keeps_results(const Column& column) { return column.generated && column.generated->stored; }
bool keeps_results(const Table& table) { return table.partition_key.has_value(); }

// The function, with those that call it as far as their bodies can be read.
std::set<ObjectId> callers_of(const ObjectId& function, const Catalog& catalog) {
  std::map<ObjectId, std::vector<ObjectId>> callers;
  for (const auto& [id, other] : catalog.objects<Function>()) {
    const auto note = [&, caller = id](const SqlExpression& expression) {
      for (const ObjectId& used : expression.references) {
        if (used.kind == Kind::function) callers[used].push_back(caller);
      }
    };
    note(other.body_references);
    if (other.sql_body) note(*other.sql_body);
  }
  std::set<ObjectId> out = {function};
  std::vector<ObjectId> open = {function};
  while (!open.empty()) {
    const ObjectId called = open.back();
    open.pop_back();
    const auto found = callers.find(called);
    if (found != callers.end()) {
      for (const ObjectId& caller : found->second) {
        if (out.insert(caller).second) open.push_back(caller);
      }
    }
    for (const auto& [id, op] : catalog.objects<Operator>()) {
      if (called.kind == Kind::function && op.function == QualifiedName{called.schema, called.name})
        out.insert(id);
    }
  }
  return out;
}

// A column whose change makes PostgreSQL compute anew.
std::string base_column(const std::vector<ObjectId>& used) {
  for (const ObjectId& id : used) {
    if (id.kind == Kind::column) return quote(id.sub);
  }
  return "";
}

std::string touch(const ObjectId& table, const std::string& column) {
  return "UPDATE " + qualified_name(table) + " SET " + column + " = " + column;
}

}  // namespace

void add_stale_results(const Function& function, Step& step, const StepBuilder& steps) {
  const std::set<ObjectId> callers = callers_of(function.id, steps.live);
  // Calls `say` for what stays as it is and was computed by the function.
  const auto each =
      [&]<class T>(const std::function<void(const T&, const std::vector<ObjectId>&)>& say) {
        std::map<ObjectId, std::vector<ObjectId>> found;
        for (const auto& [id, object] : steps.live.objects<T>()) {
          if (!keeps_results(object)) continue;
          std::vector<ObjectId> used = used_by_texts(object);
          const bool calls = std::any_of(
              used.begin(), used.end(), [&](const ObjectId& one) { return callers.contains(one); });
          const T* wanted = calls ? steps.desired.find<T>(id) : nullptr;
          if (wanted != nullptr && compare_fields(object, *wanted).empty()) {
            found.emplace(id, std::move(used));
          }
        }
        for (const auto& [id, used] : found) say(*steps.live.find<T>(id), used);
      };
  const auto add = [&](std::string sentence) {
    add_hazard(step, HazardCode::stale_results, std::move(sentence));
  };
  each.operator()<Index>([&](const Index& index, const auto&) {
    add(describe(index.id) + " holds what the old body computed, until REINDEX INDEX " +
        qualified_name(index.id));
  });
  each.operator()<Constraint>([&](const Constraint& constraint, const auto&) {
    if (constraint.type == ConstraintType::check) {
      add(describe(constraint.id) +
          " is not checked again for the rows that are there; those that break it: SELECT * FROM " +
          qualified_name(constraint.id.container(Kind::table)) + " WHERE NOT " +
          parenthesised(constraint.check.text));
    } else {
      const ObjectId index = object_id(Kind::index, constraint.id.schema, constraint.id.sub);
      add(describe(constraint.id) + " holds what the old body computed, until REINDEX INDEX " +
          qualified_name(index));
    }
  });
  each.operator()<Column>([&](const Column& column, const std::vector<ObjectId>& used) {
    const std::string base = base_column(used);
    add(describe(column.id) + " keeps the values that the old body computed" +
        (base.empty() ? "" : ", until " + touch(column.id.container(Kind::table), base)));
  });
  each.operator()<Table>([&](const Table& table, const std::vector<ObjectId>& used) {
    const std::string base = base_column(used);
    add("rows stay in the partitions of " + qualified_name(table.id) + " that the old body chose" +
        (base.empty() ? "" : ", until " + touch(table.id, base)));
  });
}

}  // namespace schemadiff
