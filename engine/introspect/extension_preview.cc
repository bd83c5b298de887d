#include "engine/introspect/extension_preview.h"

#include <algorithm>

#include "engine/model/rules.h"
#include "engine/plan/step_builder.h"

namespace schemadiff {
namespace {

// Ends the transaction whatever happens in it.
class RolledBack {
 public:
  explicit RolledBack(StatementRunner& server) : server_(server) {}
  ~RolledBack() {
    if (open_) (void)server_.run("ROLLBACK");
  }
  RolledBack(const RolledBack&) = delete;
  RolledBack& operator=(const RolledBack&) = delete;

  Result<void> begin() {
    auto begun = server_.run("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
    open_ = begun.has_value();
    return begun;
  }

 private:
  StatementRunner& server_;
  bool open_ = false;
};

std::vector<std::string> creation(const Extension& extension, const LiveState& live) {
  StepBuilder builder(live.catalog, live.catalog, live.system, live.server_version);
  Rules<Extension>::create(extension, builder);
  const Step step = builder.take().front();
  const std::string path =
      step.path && !step.path->sql.empty() ? step.path->sql.str() : "pg_catalog";
  std::vector<std::string> sql = {"SET LOCAL search_path = " + path};
  if (!extension.schema.empty()) {
    sql.push_back("CREATE SCHEMA IF NOT EXISTS " + quote(extension.schema));
  }
  sql.push_back(step.sql);
  return sql;
}

bool wakes_event_trigger(const LiveState& live) {
  return std::any_of(live.event_triggers.begin(), live.event_triggers.end(),
                     [](const ListeningTrigger& trigger) { return trigger.enabled != 'D'; });
}

}  // namespace

std::vector<Extension> extensions_to_come(const Catalog& desired, const SystemCatalog& system) {
  std::vector<Extension> out;
  for (const Extension* extension : desired.sorted<Extension>()) {
    const auto& installed = system.extensions;
    const bool there =
        std::find(installed.begin(), installed.end(), extension->id.name) != installed.end();
    if (!there) out.push_back(*extension);
  }
  return out;
}

Result<std::optional<SystemCatalog>> preview_extensions(CatalogReader& reader,
                                                        StatementRunner& server,
                                                        const LiveState& live,
                                                        const std::vector<Extension>& extensions) {
  if (auto left = finish_snapshot(reader); !left) return fail(left.error());
  if (live.standby || live.read_only || wakes_event_trigger(live)) return std::nullopt;
  RolledBack transaction(server);
  if (auto begun = transaction.begin(); !begun) return fail(begun.error());
  for (const Extension& extension : extensions) {
    for (const std::string& sql : creation(extension, live)) {
      auto done = server.run(sql);
      if (done) continue;
      if (done.error().code == ErrorCode::connection ||
          done.error().code == ErrorCode::interrupted) {
        return fail(done.error());
      }
      return std::nullopt;
    }
  }
  if (auto set = server.run("SET LOCAL search_path = pg_catalog"); !set) return fail(set.error());
  auto system = read_system_catalog(reader);
  if (!system) return fail(system.error());
  return std::optional(std::move(*system));
}

}  // namespace schemadiff
