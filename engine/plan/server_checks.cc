#include "engine/plan/server_checks.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "engine/introspect/extension_preview.h"
#include "engine/model/ancestors.h"

namespace schemadiff {
namespace {

// What gives a column or others its values, and where it may stand.
struct SequenceLimits {
  SequenceOptions options;
  ObjectId sequence;
};

std::optional<SequenceLimits> limits_of(const Catalog& catalog, const ObjectId& id) {
  if (const Sequence* sequence = catalog.find<Sequence>(id)) {
    return SequenceLimits{sequence->options, id};
  }
  const Column* column = catalog.find<Column>(id);
  if (column == nullptr || !column->identity) return std::nullopt;
  const QualifiedName& name = column->identity->sequence;
  return SequenceLimits{column->identity->options,
                        object_id(Kind::sequence, name.schema, name.name)};
}

// The sequence that a column had and that goes; what comes in its place goes on where it stands.
std::optional<SequenceLimits> outgoing_limits(const Catalog& live, const Catalog& target,
                                              const ObjectId& column) {
  if (const auto limits = limits_of(live, column)) return limits;
  const Sequence* found = nullptr;
  for (const auto& [id, sequence] : live.objects<Sequence>()) {
    if (sequence.owned_by != column || target.contains(id)) continue;
    if (found == nullptr || id < found->id) found = &sequence;
  }
  if (found == nullptr) return std::nullopt;
  return SequenceLimits{found->options, found->id};
}

// Where a sequence gets other limits, or one of others takes its place.
struct LimitChange {
  SequenceLimits now;
  SequenceLimits wanted;
  bool succession = false;
};

std::optional<LimitChange> limit_change(const Catalog& live, const Catalog& target,
                                        const Change& change) {
  const auto wanted = limits_of(target, change.id);
  if (!wanted) return std::nullopt;
  if (const auto now = limits_of(live, change.id)) return LimitChange{*now, *wanted};
  const Sequence* sequence = target.find<Sequence>(change.id);
  if (sequence != nullptr && !sequence->owned_by) return std::nullopt;
  const ObjectId& column = sequence == nullptr ? change.id : *sequence->owned_by;
  const auto now = outgoing_limits(live, target, column);
  if (!now || (now->options.increment > 0) != (wanted->options.increment > 0)) return std::nullopt;
  return LimitChange{*now, *wanted, true};
}

// Where it stands; SQL gives NULL for one that was never used, which starts where it is told.
std::string position_sql(const SequenceLimits& limits, const ObjectId& sequence) {
  return fmt::format("SELECT CASE WHEN is_called OR last_value <> {} THEN last_value END FROM {}",
                     limits.options.start, qualified_name(sequence));
}

Result<void> check_new_extensions(CatalogReader& reader, const Catalog& live, Catalog& desired,
                                  Diagnostics& problems) {
  std::vector<const Extension*> missing;
  std::vector<Extension*> added;
  std::string names;
  for (const Extension* wanted : desired.sorted<Extension>()) {
    if (live.contains(wanted->id)) continue;
    missing.push_back(wanted);
    added.push_back(desired.find<Extension>(wanted->id));
    names += (names.empty() ? "" : ", ") + quote_literal(wanted->id.name.str());
  }
  if (missing.empty()) return {};
  if (auto found = find_required(reader, added); !found) return fail(found.error());
  for (const Extension* one : added) {
    for (const Identifier name : one->required) {
      const ObjectId id = object_id(Kind::extension, {}, name);
      if (one->cascade || desired.contains(id)) continue;
      problems.error(one->source,
                     "extension " + quote(one->id.name) + " requires " + describe(id) +
                         ", which is " + (live.contains(id) ? "dropped" : "not declared"),
                     "declare it too, or say CASCADE");
    }
  }
  auto rows =
      reader.query("SELECT name FROM pg_available_extensions WHERE name IN (" + names + ")");
  if (!rows) return fail(rows.error());
  while ((*rows)->next()) {
    const Identifier name = (*rows)->row().text(0);
    std::erase_if(missing, [&](const Extension* one) { return one->id.name == name; });
  }
  for (const Extension* one : missing) {
    problems.error(one->source, "extension " + quote(one->id.name) + " is not available",
                   "install its package on the machine of the server");
  }
  return {};
}

}  // namespace

Result<void> check_extensions(CatalogReader& reader, const Catalog& live, Catalog& desired,
                              Diagnostics& problems) {
  if (auto done = check_new_extensions(reader, live, desired, problems); !done) {
    return fail(done.error());
  }
  struct ExtensionChange {
    const Extension* now;
    const Extension* wanted;
    bool moves;
    bool updates;
  };
  std::vector<ExtensionChange> changes;
  std::string names;
  for (const Extension* wanted : desired.sorted<Extension>()) {
    const Extension* now = live.find<Extension>(wanted->id);
    if (now == nullptr) continue;
    const bool moves = !wanted->schema.empty() && wanted->schema != now->schema;
    const bool updates = !wanted->version.empty() && wanted->version != now->version;
    if (!moves && !updates) continue;
    changes.push_back({now, wanted, moves, updates});
    names += (names.empty() ? "" : ", ") + quote_literal(wanted->id.name.str());
  }
  if (changes.empty()) return {};
  // Asks nothing about one whose files are gone, which would be an error.
  auto rows = reader.query(
      "SELECT e.extname, e.extrelocatable, u.target FROM pg_extension e JOIN "
      "pg_available_extensions a ON a.name = e.extname LEFT JOIN LATERAL "
      "pg_extension_update_paths(e.extname) u ON u.source = e.extversion AND u.path IS NOT NULL "
      "WHERE e.extname IN (" +
      names + ") ORDER BY e.extname, u.target");
  if (!rows) return fail(rows.error());
  std::map<Identifier, std::vector<std::string>> versions;
  std::set<Identifier> fixed;
  while ((*rows)->next()) {
    const Row& row = (*rows)->row();
    const Identifier name = row.text(0);
    if (!row.boolean(1)) fixed.insert(name);
    std::vector<std::string>& targets = versions[name];
    if (!row.is_null(2)) targets.push_back(row.string(2));
  }
  for (const auto& [now, wanted, moves, updates] : changes) {
    const Identifier name = wanted->id.name;
    if (moves && fixed.contains(name)) {
      problems.error(wanted->source,
                     fmt::format("extension {} can't move from schema {} to {}: it is not "
                                 "relocatable",
                                 quote(name), quote(now->schema), quote(wanted->schema)),
                     "declare it where it is, or drop and create it by hand");
    }
    const auto found = versions.find(name);
    if (!updates || found == versions.end() ||
        std::count(found->second.begin(), found->second.end(), wanted->version) > 0) {
      continue;
    }
    problems.error(wanted->source,
                   fmt::format("extension {} can't go from version {} to {}: the server has no "
                               "update path",
                               quote(name), now->version, wanted->version),
                   found->second.empty()
                       ? "there is none to any other version"
                       : fmt::format("it can go to {}", fmt::join(found->second, ", ")));
  }
  return {};
}

void check_not_null_comments(const Catalog& desired, int server_version, Diagnostics& problems) {
  std::vector<const Comment*> wrong;
  for (const auto& [id, comment] : desired.objects<Comment>()) {
    const ObjectId target = id.target();
    const bool of_domain = target.kind == Kind::domain_constraint;
    if ((!of_domain && target.kind != Kind::constraint) || desired.contains(target)) continue;
    if (server_version >= (of_domain ? 170000 : 180000)) continue;
    if (!of_domain && !parents_of(desired, target.container(Kind::table)).empty()) continue;
    wrong.push_back(&comment);
  }
  std::sort(wrong.begin(), wrong.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
  for (const Comment* comment : wrong) {
    problems.error(comment->source, describe(comment->id.target()) +
                                        " does not exist: PostgreSQL " +
                                        std::to_string(server_version / 10000) +
                                        " keeps no constraint of a NOT NULL");
  }
}

Result<void> check_sequences(StatementRunner& server, const Catalog& live, const Catalog& target,
                             const std::vector<Change>& changes, const Renames& renames,
                             Diagnostics& problems) {
  for (const Change& change : changes) {
    if (change.verb != Verb::alter && change.verb != Verb::create) continue;
    const auto changed = limit_change(live, target, change);
    if (!changed) continue;
    const auto& [now, wanted, succession] = *changed;
    const SequenceOptions& limits = wanted.options;
    if (limits.minimum <= now.options.minimum && limits.maximum >= now.options.maximum) continue;
    auto value = server.value(position_sql(now, renames.live(now.sequence)));
    if (!value) {
      if (value.error().code == ErrorCode::connection) return fail(value.error());
      continue;  // not ours to read
    }
    if (!*value) continue;
    const int64_t position = std::stoll(**value);
    const bool above = position > limits.maximum;
    const bool below = position < limits.minimum;
    if (!above && !below) continue;
    // Nothing that the new one will give out was given out: it begins where it is told.
    if (succession && (limits.increment > 0 ? below : above)) continue;
    problems.error(change.source,
                   fmt::format("{} stands at {}, {} its new {} {}", describe(change.id), position,
                               above ? "above" : "below", above ? "MAXVALUE" : "MINVALUE",
                               above ? limits.maximum : limits.minimum),
                   "restart it by hand first (ALTER SEQUENCE … RESTART), if no value can come "
                   "twice; or keep the limit");
  }
  return {};
}

void check_left_out(const Plan& plan, const Catalog& live, const Scoped& scoped,
                    Diagnostics& problems) {
  if (scoped.left_out.empty()) return;
  std::set<std::pair<ObjectId, ObjectId>> told;
  for (const StepGroup& group : plan.groups) {
    for (const Step& step : group.steps) {
      for (const ObjectId& id : step.consumes) {
        if (!scoped.left_out.contains(id) || live.contains(id)) continue;
        if (!told.emplace(step.object, id).second) continue;
        problems.error(step.source,
                       describe(step.object) + " needs " + describe(id) +
                           ", which is not there and not in scope",
                       "take it into the scope (--schema, --exclude), or leave this out as well");
      }
    }
  }
}

}  // namespace schemadiff
