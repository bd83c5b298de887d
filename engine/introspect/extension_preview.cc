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
  for (const Extension& extension : extensions.coming) {
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
