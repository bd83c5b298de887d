#include "engine/plan/server_features.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/model/kind_traits.h"

namespace schemadiff {
namespace {

class Checker {
 public:
  Checker(int server_version, Diagnostics& problems)
      : server_major_(server_version / 10000), problems_(problems) {}

  void look_at(const Index& index) {
    need(index, index.nulls_not_distinct, "NULLS NOT DISTINCT", 15);
  }

  void look_at(const Constraint& constraint) {
    need(constraint, constraint.nulls_not_distinct, "NULLS NOT DISTINCT", 15);
    need(constraint, constraint.without_overlaps, "WITHOUT OVERLAPS", 18);
    need(constraint, !constraint.enforced, "NOT ENFORCED", 18);
    if (!constraint.foreign_key) return;
    need(constraint, constraint.foreign_key->period, "PERIOD", 18);
    need(constraint, !constraint.foreign_key->set_columns.empty(), "a list of columns to set", 15);
  }

  void look_at(const Column& column) {
    need(column, !column.compression.empty(), "COMPRESSION", 14);
    need(column, column.generated && !column.generated->stored, "a virtual generated column", 18);
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

  int server_major_;
  Diagnostics& problems_;
};

}  // namespace

void check_features(const Catalog& target, const std::vector<Change>& changes, int server_version,
                    Diagnostics& problems) {
  Checker checker(server_version, problems);
  for (const Change& change : changes) {
    if (change.verb == Verb::drop) continue;
    with_kind(change.id.kind, [&]<class T>() {
      if constexpr (requires(const T& object) { checker.look_at(object); }) {
        if (const T* object = target.find<T>(change.id)) checker.look_at(*object);
      }
    });
  }
}

}  // namespace schemadiff
