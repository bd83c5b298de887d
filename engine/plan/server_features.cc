#include "engine/plan/server_features.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "engine/model/kind_traits.h"
#include "engine/model/rules.h"

namespace schemadiff {
namespace {

class Checker {
 public:
  Checker(const Catalog& target, int server_version, Diagnostics& problems)
      : target_(target), server_major_(server_version / 10000), problems_(problems) {}

  void look_at_forgotten() {
    // Every plan comes by here: only what is wrong is put in order.
    std::vector<const Column*> wrong;
    for (const auto& [id, column] : target_.objects<Column>()) {
      const NotNullConstraint& constraint = column.not_null_constraint;
      if (constraint.no_inherit || !constraint.validated) wrong.push_back(&column);
    }
    std::sort(wrong.begin(), wrong.end(),
              [](const auto* a, const auto* b) { return a->id < b->id; });
    for (const Column* column : wrong) {
      need(*column, column->not_null_constraint.no_inherit, "NO INHERIT of NOT NULL", 18);
      need(*column, !column->not_null_constraint.validated, "NOT VALID of NOT NULL", 18);
    }
    for (const Membership* membership : target_.sorted<Membership>()) {
      need(*membership, membership->inherit.has_value(), "WITH INHERIT", 16);
      need(*membership, membership->set.has_value(), "WITH SET", 16);
    }
  }

  void look_at(const Index& index) {
    need(index, index.nulls_not_distinct, "NULLS NOT DISTINCT", 15);
    need(index, index.method == "spgist" && !index.include.empty(), "INCLUDE with spgist", 14);
  }

  void look_at(const Constraint& constraint) {
    need(constraint, constraint.nulls_not_distinct, "NULLS NOT DISTINCT", 15);
    need(constraint, constraint.without_overlaps, "WITHOUT OVERLAPS", 18);
    need(constraint, !constraint.enforced, "NOT ENFORCED", 18);
    const Table* table = target_.find<Table>(constraint.id.container(Kind::table));
    const bool is_partitioned = table != nullptr && table->partition_key;
    need(constraint, constraint.type == ConstraintType::exclusion && is_partitioned,
         "EXCLUDE on a partitioned table", 17);
    if (!constraint.foreign_key) return;
    need(constraint, !constraint.validated && constraint.enforced && is_partitioned,
         "NOT VALID of a partitioned table's foreign key", 18);
    need(constraint, constraint.foreign_key->period, "PERIOD", 18);
    need(constraint, !constraint.foreign_key->set_columns.empty(), "a list of columns to set", 15);
  }

  void look_at(const Column& column) {
    need(column, !column.compression.empty(), "COMPRESSION", 14);
    need(column, column.generated && !column.generated->stored, "a virtual generated column", 18);
    need(column, has_odd_scale(column.type), "a scale below zero or above the precision", 15);
  }

  void look_at(const Domain& domain) {
    need(domain, has_odd_scale(domain.base), "a scale below zero or above the precision", 15);
  }

  void look_at(const Subscription& subscription) {
    need(subscription, subscription.binary, "binary", 14);
    need(subscription, subscription.streaming == "on", "streaming", 14);
    need(subscription, subscription.streaming == "parallel", "streaming = parallel", 16);
    need(subscription, subscription.two_phase, "two_phase", 15);
    need(subscription, subscription.disable_on_error, "disable_on_error", 15);
    need(subscription, !subscription.password_required, "password_required", 16);
    need(subscription, subscription.run_as_owner, "run_as_owner", 16);
    need(subscription, subscription.origin != "any", "origin", 16);
    need(subscription, subscription.failover, "failover", 17);
  }

  void look_at(const Table& table) {
    need(table, table.partition_key && !table.access_method.empty(),
         "the access method of a partitioned table", 17);
  }

  void look_at(const View& view) {
    const bool is_invoker =
        std::any_of(view.options.begin(), view.options.end(),
                    [](const auto& option) { return option.first == "security_invoker"; });
    need(view, is_invoker, "security_invoker", 15);
  }

  void look_at(const Function& function) {
    need(function, function.sql_body.has_value(), "a body in SQL itself", 14);
    const bool gives = std::any_of(
        function.arguments.begin(), function.arguments.end(),
        [](const FunctionArgument& argument) { return argument.mode == ArgumentMode::out; });
    need(function, gives && function.kind == RoutineKind::procedure,
         "an OUT argument of a procedure", 14);
  }

  void look_at(const Publication& publication) {
    need(publication, publication.generated_columns, "publish_generated_columns", 18);
  }
  void look_at(const PublishedSchema& schema) { need(schema, true, "FOR TABLES IN SCHEMA", 15); }
  void look_at(const PublishedTable& table) {
    need(table, !table.columns.empty(), "a list of published columns", 15);
    need(table, !table.where.empty(), "a filter of published rows", 15);
  }

  void look_at(const Statistics& statistics) {
    need(statistics, !statistics.expressions.empty(), "statistics of an expression", 14);
  }
  void look_at(const Sequence& sequence) {
    need(sequence, sequence.persistence == Persistence::unlogged, "an unlogged sequence", 15);
  }
  void look_at(const Collation& collation) {
    need(collation, !collation.rules.empty(), "RULES of a collation", 16);
    need(collation, collation.provider == CollationProvider::builtin, "the provider builtin", 17);
  }
  void look_at(const EventTrigger& trigger) {
    need(trigger, trigger.event == "login", "the event login", 17);
  }

 private:
  void need(const ObjectBase& object, bool is_needed, const char* what, int major) {
    if (!is_needed || server_major_ >= major) return;
    problems_.error(object.source, fmt::format("{}: {} needs PostgreSQL {}, and the server is {}",
                                               describe(object.id), what, major, server_major_));
  }

  // numeric(3, -2), numeric(2, 5)
  static bool has_odd_scale(const TypeRef& type) {
    int precision = 0;
    int scale = 0;
    return std::sscanf(type.sql.c_str(), "numeric(%d,%d)", &precision, &scale) == 2 &&
           (scale < 0 || scale > precision);
  }

  const Catalog& target_;
  int server_major_;
  Diagnostics& problems_;
};

}  // namespace

void check_features(const Catalog& target, const std::vector<Change>& changes, int server_version,
                    Diagnostics& problems) {
  Checker checker(target, server_version, problems);
  for (const Change& change : changes) {
    if (change.verb == Verb::drop) continue;
    with_kind(change.id.kind, [&]<class T>() {
      if constexpr (requires(const T& object) { checker.look_at(object); }) {
        if (const T* object = target.find<T>(change.id)) checker.look_at(*object);
      }
    });
  }
}

void check_syntax(
    const Catalog& target, const std::vector<Change>& changes, int server_version,
    const std::function<std::vector<NewerSyntax>(const std::string&, ExpressionRole)>& newer_syntax,
    Diagnostics& problems) {
  const int server_major = server_version / 10000;
  for (const Change& change : changes) {
    if (change.verb == Verb::drop) continue;
    with_kind(change.id.kind, [&]<class T>() {
      const T* object = target.find<T>(change.id);
      if (object == nullptr) return;
      T copy = *object;  // expressions() hands out mutable ones
      Rules<T>::expressions(copy, [&](const SqlExpression& text, const ExpressionScope& scope) {
        // What is in quotes is looked at when it runs.
        if (!text.source.known() || scope.role == ExpressionRole::string_body) return;
        for (const NewerSyntax& newer : newer_syntax(text.text, scope.role)) {
          if (server_major >= newer.major) continue;
          problems.error(text.source,
                         fmt::format("{}: {} needs PostgreSQL {}, and the server is {}",
                                     describe(change.id), newer.what, newer.major, server_major));
        }
      });
    });
  }
}

void check_forgotten_features(const Catalog& desired, int server_version, Diagnostics& problems) {
  if (server_version < 180000) Checker(desired, server_version, problems).look_at_forgotten();
}

}  // namespace schemadiff
