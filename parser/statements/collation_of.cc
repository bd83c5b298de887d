#include "parser/statements/collation_of.h"

namespace schemadiff {
namespace {

QualifiedName of_system_type(const SystemCatalog& system, const SystemType& type) {
  if (type.collation == 0) return {};
  for (const SystemCollation& collation : system.collations) {
    if (collation.oid == type.collation) return {collation.schema, collation.name};
  }
  return {"pg_catalog", "default"};
}

// A domain's, by the text of its base type where it states none.
QualifiedName of_domain(StatementContext& ctx, const ObjectId& id, int depth) {
  const Domain* domain = ctx.catalog.find<Domain>(id);
  if (domain == nullptr || depth > 32) return {};
  if (!domain->collation.empty()) return domain->collation;
  if (domain->base.object.kind == Kind::domain)
    return of_domain(ctx, domain->base.object, depth + 1);
  const std::string& sql = domain->base.sql;
  for (const std::string_view collatable : {"text", "character", "bpchar"}) {
    if (sql.starts_with(collatable)) return {"pg_catalog", "default"};
  }
  return {};
}

}  // namespace

QualifiedName collation_of_type(StatementContext& ctx, const Node& type_name) {
  const std::vector<Identifier> names = identifiers(type_name.list("names"));
  if (names.empty() || names.size() > 2) return {};
  const auto type =
      ctx.names.find_type(names.size() == 2 ? names[0] : Identifier(), names.back(), ctx.path);
  if (!type) return {};
  if (type->system != nullptr) return of_system_type(ctx.names.system(), *type->system);
  return of_domain(ctx, type->object, 0);
}

}  // namespace schemadiff
