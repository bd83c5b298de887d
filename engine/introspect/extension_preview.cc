#include "engine/introspect/extension_preview.h"

#include <algorithm>

#include "engine/execute/rolled_back.h"
#include "engine/model/rules.h"
#include "engine/plan/step_builder.h"

namespace schemadiff {
namespace {

std::string creation_of(Identifier schema) {
  return "CREATE SCHEMA IF NOT EXISTS " + quote(schema);
}

std::vector<std::string> creation(const Extension& extension, const LiveState& live) {
  StepBuilder builder(live.catalog, live.catalog, live.system, live.server_version);
  Rules<Extension>::create(extension, builder);
  const Step step = builder.take().front();
  const std::string path =
      step.path && !step.path->sql.empty() ? step.path->sql.str() : "pg_catalog";
  std::vector<std::string> sql = {"SET LOCAL search_path = " + path};
  if (!extension.schema.empty()) sql.push_back(creation_of(extension.schema));
  sql.push_back(step.sql);
  return sql;
}

// False: the server won't have it.
Result<bool> try_all(StatementRunner& server, const std::vector<std::string>& statements) {
  for (const std::string& sql : statements) {
    auto done = server.run(sql);
    if (done) continue;
    const ErrorCode code = done.error().code;
    if (code == ErrorCode::connection || code == ErrorCode::interrupted) return fail(done.error());
    return false;
  }
  return true;
}

// The extensions are where they are, and a schema that was made for them is not there yet.
void take_back_moves(LiveState& moved, const LiveState& live) {
  for (auto& [id, extension] : moved.catalog.objects<Extension>()) {
    if (const Extension* now = live.catalog.find<Extension>(id)) extension.schema = now->schema;
  }
  const auto is_new = [&](const ObjectId& id) {
    const ObjectId object = id.of == Kind::none ? id : id.target();
    return object.kind == Kind::schema && !live.catalog.contains(object);
  };
  for_each_kind([&]<class T>() {
    std::erase_if(moved.catalog.objects<T>(),
                  [&](const auto& entry) { return is_new(entry.first); });
  });
}

// Each behind those that it requires.
std::vector<Extension> in_order(std::vector<Extension> extensions) {
  std::vector<Extension> out;
  const auto waits = [&](const Extension& extension) {
    return std::any_of(extensions.begin(), extensions.end(), [&](const Extension& other) {
      const std::vector<Identifier>& names = extension.required;
      return std::find(names.begin(), names.end(), other.id.name) != names.end();
    });
  };
  while (!extensions.empty()) {
    auto next = std::find_if_not(extensions.begin(), extensions.end(), waits);
    if (next == extensions.end()) next = extensions.begin();
    out.push_back(std::move(*next));
    extensions.erase(next);
  }
  return out;
}

std::string literals(const std::vector<Identifier>& names) {
  std::string out;
  for (const Identifier name : names) {
    out += (out.empty() ? "" : ", ") + quote_literal(name.str());
  }
  return out;
}

// What belongs to these extensions, which are there for the moment.
Result<ComingNames> names_brought(CatalogReader& reader,
                                  const std::vector<Identifier>& extensions) {
  ComingNames out;
  const std::string names = literals(extensions);
  if (names.empty()) return out;
  struct Brought {
    Kind kind;
    const char* catalog;
    const char* prefix;
    bool in_schema;
  };
  constexpr Brought kBrought[] = {
      {Kind::table, "pg_class", "rel", true},
      {Kind::function, "pg_proc", "pro", true},
      {Kind::domain, "pg_type", "typ", true},
      {Kind::schema, "pg_namespace", "nsp", false},
      {Kind::language, "pg_language", "lan", false},
      {Kind::access_method, "pg_am", "am", false},
      {Kind::foreign_data_wrapper, "pg_foreign_data_wrapper", "fdw", false},
      {Kind::foreign_server, "pg_foreign_server", "srv", false}};
  // The schema that an extension makes for itself is no member of it.
  std::string sql = "SELECT " + std::to_string(static_cast<int>(Kind::schema)) +
                    ", '', nspname::text FROM pg_extension e JOIN pg_namespace n ON n.oid = "
                    "e.extnamespace WHERE e.extname IN (" +
                    names + ")";
  for (const auto& [kind, catalog, prefix, in_schema] : kBrought) {
    const std::string column = std::string("c.") + prefix;
    const std::string schema =
        in_schema ? "(SELECT nspname FROM pg_namespace WHERE oid = " + column + "namespace)" : "''";
    sql += " UNION ALL SELECT " + std::to_string(static_cast<int>(kind)) + ", " + schema +
           "::text, " + column + "name::text FROM pg_extension e JOIN pg_depend d ON d.refclassid" +
           " = 'pg_extension'::regclass AND d.refobjid = e.oid AND d.deptype = 'e' AND d.classid" +
           " = '" + catalog + "'::regclass JOIN " + catalog + " c ON c.oid = d.objid WHERE " +
           "e.extname IN (" + names + ")";
  }
  auto rows = reader.query(sql);
  if (!rows) return fail(rows.error());
  while ((*rows)->next()) {
    const Row& row = (*rows)->row();
    const Kind kind = static_cast<Kind>(row.integer(0));
    const QualifiedName name{Identifier(row.text(1)), Identifier(row.text(2))};
    if (kind == Kind::table) {
      out.relations.insert(name);
    } else if (kind == Kind::function || kind == Kind::domain) {
      out.functions.insert(name);
    } else {
      out.named.insert({kind, name.name});
    }
  }
  return out;
}

ExtensionPreview not_tried(const LiveState& live, const ExtensionsToTry& extensions) {
  ExtensionPreview out;
  out.system = live.system;
  for (InstalledExtension& installed : out.system.extensions) {
    for (const Extension& extension : extensions.moving) {
      if (extension.id.name == installed.name) installed.schema = extension.schema;
    }
  }
  return out;
}

}  // namespace

ExtensionsToTry extensions_to_try(const Catalog& desired, const LiveState& live) {
  ExtensionsToTry out;
  for (const Extension* extension : desired.sorted<Extension>()) {
    const InstalledExtension* installed = live.system.extension(extension->id.name);
    if (installed == nullptr) {
      out.coming.push_back(*extension);
    } else if (!extension->schema.empty() && extension->schema != installed->schema) {
      out.moving.push_back(*extension);
    }
  }
  return out;
}

Result<void> find_required(CatalogReader& reader, const std::vector<Extension*>& extensions) {
  if (extensions.empty()) return {};
  std::vector<Identifier> names;
  for (const Extension* extension : extensions) names.push_back(extension->id.name);
  auto rows = reader.query(
      "SELECT a.name, v.version, v.version = a.default_version, r.name FROM "
      "pg_available_extensions a JOIN pg_available_extension_versions v ON v.name = a.name, "
      "unnest(v.requires) r (name) WHERE a.name IN (" +
      literals(names) + ") ORDER BY a.name, r.name");
  if (!rows) return fail(rows.error());
  while ((*rows)->next()) {
    const Row& row = (*rows)->row();
    for (Extension* extension : extensions) {
      if (extension->id.name != Identifier(row.text(0))) continue;
      const bool meant =
          extension->version.empty() ? row.boolean(2) : extension->version == row.text(1);
      if (meant) extension->required.emplace_back(row.text(3));
    }
  }
  return {};
}

Result<bool> relocate(StatementRunner& server, const Extension& extension) {
  return try_all(server,
                 {creation_of(extension.schema), "ALTER EXTENSION " + quote(extension.id.name) +
                                                     " SET SCHEMA " + quote(extension.schema)});
}

Result<ExtensionPreview> preview_extensions(CatalogReader& reader, StatementRunner& server,
                                            const LiveState& live,
                                            const ExtensionsToTry& extensions, ProbeMode mode) {
  std::string witness = live.witness;
  if (witness.empty() && !extensions.moving.empty()) {
    auto read = schema_witness(reader);
    if (!read) return fail(read.error());
    witness = std::move(*read);
  }
  if (auto left = finish_snapshot(reader); !left) return fail(left.error());
  ProbePermission permission(live, mode, server);
  if (!permission.refusal().empty()) return not_tried(live, extensions);
  RolledBack transaction(server);
  if (auto begun = transaction.begin(); !begun) return fail(begun.error());
  ExtensionPreview preview;
  preview.tried = true;
  for (const Extension& extension : extensions.moving) {
    auto done = relocate(server, extension);
    if (!done) return fail(done.error());
    if (!*done) return not_tried(live, extensions);
  }
  if (!extensions.moving.empty()) {
    auto moved = introspect_in_transaction(reader);
    if (!moved) return fail(moved.error());
    take_back_moves(*moved, live);
    moved->witness = std::move(witness);
    preview.moved = std::move(*moved);
  }
  std::vector<Extension> coming = extensions.coming;
  std::vector<Extension*> all;
  for (Extension& extension : coming) all.push_back(&extension);
  if (auto found = find_required(reader, all); !found) return fail(found.error());
  for (const Extension& extension : in_order(std::move(coming))) {
    auto done = try_all(server, creation(extension, live));
    if (!done) return fail(done.error());
    if (*done) continue;
    preview.tried = false;
    preview.system = preview.moved ? preview.moved->system : live.system;
    return preview;
  }
  if (auto set = server.run("SET LOCAL search_path = pg_catalog"); !set) return fail(set.error());
  auto system = read_system_catalog(reader);
  if (!system) return fail(system.error());
  preview.system = std::move(*system);
  // Those that CASCADE brings too.
  std::vector<Identifier> new_ones;
  for (const InstalledExtension& installed : preview.system.extensions) {
    if (live.system.extension(installed.name) == nullptr) new_ones.push_back(installed.name);
  }
  auto brought = names_brought(reader, new_ones);
  if (!brought) return fail(brought.error());
  // That of a schema which the file names is made by the file.
  for (const Extension& extension : extensions.coming) {
    if (!extension.schema.empty()) brought->named.erase({Kind::schema, extension.schema});
  }
  preview.system.coming = std::move(*brought);
  return preview;
}

Result<void> adopt(ExtensionPreview preview, CatalogReader& reader, LiveState& live) {
  if (preview.moved) {
    auto witness = schema_witness(reader);
    if (!witness) return fail(witness.error());
    if (*witness != preview.moved->witness) {
      return fail(ErrorCode::catalog_moved, "the schema was changed by somebody else meanwhile",
                  "run it again when they are done");
    }
    live = std::move(*preview.moved);
  }
  live.system = std::move(preview.system);
  return {};
}

}  // namespace schemadiff
