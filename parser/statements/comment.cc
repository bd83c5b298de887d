// COMMENT ON: one object of its own for any target.
#include <algorithm>

#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

// "OBJECT_TEXT_SEARCH_PARSER" -> "TEXT SEARCH PARSER".
std::string words_of(std::string_view object_type) {
  if (object_type.starts_with("OBJECT_")) object_type.remove_prefix(7);
  std::string out(object_type);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

struct Names {
  std::vector<Identifier> parts;
  Identifier last() const { return parts.empty() ? Identifier() : parts.back(); }
  // Of the relation in front of the last part: schema.relation.part.
  Identifier relation() const { return parts.size() < 2 ? Identifier() : parts[parts.size() - 2]; }
  Identifier relation_schema() const {
    return parts.size() < 3 ? Identifier() : parts[parts.size() - 3];
  }
  Identifier schema() const { return relation(); }
};

// A table whose columns and constraints may come from elsewhere: what it has is not all objects.
bool inherits_members(const Catalog& catalog, const ObjectId& relation) {
  const Table* table = catalog.find<Table>(relation);
  return table != nullptr &&
         (!table->inherits.empty() || table->partition_of || !table->of_type.empty());
}

// The relation that a column, constraint, trigger, … of this name belongs to; none: said already.
ObjectId relation_of_part(StatementContext& ctx, const Names& names) {
  const ObjectId id = ctx.find_relation(names.relation_schema(), names.relation());
  if (!id.known()) {
    ctx.missing(ctx.begin(), "relation " +
                                 QualifiedName{names.relation_schema(), names.relation()}.sql() +
                                 " does not exist");
  }
  return id;
}

// A sub-object of a relation that must be there; none: said already.
ObjectId part(StatementContext& ctx, Kind kind, const Names& names) {
  const ObjectId relation = relation_of_part(ctx, names);
  if (!relation.known()) return {};
  const ObjectId id = relation.with_sub(kind, names.last());
  if (ctx.catalog.contains(id) || inherits_members(ctx.catalog, relation)) return id;
  ctx.missing(ctx.begin(), std::string(kind_word(kind)) + " " + quote(names.last()) + " of " +
                               qualified_name(relation) + " does not exist");
  return {};
}

ObjectId column(StatementContext& ctx, const Names& names) {
  const ObjectId relation = relation_of_part(ctx, names);
  if (!relation.known()) return {};
  const ObjectId id = relation.with_sub(Kind::column, names.last());
  bool found = true;
  if (relation.kind == Kind::table) {
    found = ctx.catalog.contains(id) || inherits_members(ctx.catalog, relation);
  } else if (const CompositeType* type = ctx.catalog.find<CompositeType>(relation)) {
    found = std::any_of(type->attributes.begin(), type->attributes.end(),
                        [&](const CompositeAttribute& a) { return a.name == names.last(); });
  }
  if (found) return id;
  ctx.missing(ctx.begin(),
              "column " + quote(names.last()) + " of " + describe(relation) + " does not exist");
  return {};
}

// An index by name; those of constraints are no objects of their own.
ObjectId index(StatementContext& ctx, const Names& names) {
  const ObjectId id = ctx.find_relation(names.schema(), names.last());
  if (id.known()) return id;
  std::vector<Identifier> schemas = {names.schema()};
  if (names.parts.size() < 2) schemas = ctx.path.schemas();
  for (const Identifier schema : schemas) {
    for (const auto& [constraint_id, constraint] : ctx.catalog.objects<Constraint>()) {
      if (constraint_id.schema == schema && constraint_id.sub == names.last() &&
          constraint.type != ConstraintType::check &&
          constraint.type != ConstraintType::foreign_key) {
        return object_id(Kind::index, schema, names.last());
      }
    }
  }
  ctx.missing(ctx.begin(),
              "index " + QualifiedName{names.schema(), names.last()}.sql() + " does not exist");
  return {};
}

ObjectId relation(StatementContext& ctx, const Names& names, std::string_view type) {
  const ObjectId id = ctx.find_relation(names.schema(), names.last());
  if (!id.known()) {
    ctx.missing(ctx.begin(), "relation " + QualifiedName{names.schema(), names.last()}.sql() +
                                 " does not exist");
    return {};
  }
  const bool fits = (type == "OBJECT_TABLE" && id.kind == Kind::table) ||
                    (type == "OBJECT_VIEW" && id.kind == Kind::view) ||
                    (type == "OBJECT_MATVIEW" && id.kind == Kind::materialized_view) ||
                    (type == "OBJECT_SEQUENCE" && id.kind == Kind::sequence);
  if (fits) return id;
  ctx.error(describe(id) + " is not a " + words_of(type));
  return {};
}

ObjectId statistics(StatementContext& ctx, const Names& names) {
  std::vector<Identifier> schemas = {names.schema()};
  if (names.parts.size() < 2) schemas = ctx.path.schemas();
  for (const Identifier schema : schemas) {
    const ObjectId id = object_id(Kind::statistics, schema, names.last());
    if (ctx.catalog.contains(id)) return id;
  }
  ctx.missing(
      ctx.begin(),
      "statistics object " + QualifiedName{names.schema(), names.last()}.sql() + " does not exist");
  return {};
}

ObjectId domain_constraint(StatementContext& ctx, const NodeList& items) {
  const ObjectId domain = ctx.user_type(items.front().list("names"), ctx.begin());
  if (!domain.known()) return {};
  const ObjectId id = domain.with_sub(Kind::domain_constraint, items.back().sval());
  if (ctx.catalog.contains(id)) return id;
  ctx.missing(ctx.begin(), "constraint " + quote(id.sub) + " of domain " + qualified_name(domain) +
                               " does not exist");
  return {};
}

// What the statement is about; none: said already, or not modelled.
ObjectId target(StatementContext& ctx) {
  const std::string_view type = ctx.statement.str("objtype");
  const Node object = ctx.statement.child("object");
  const NodeList items = ctx.statement.list("object");
  Names names;
  if (type != "OBJECT_DOMCONSTRAINT") names.parts = identifiers(items);

  if (type == "OBJECT_TABLE" || type == "OBJECT_VIEW" || type == "OBJECT_MATVIEW" ||
      type == "OBJECT_SEQUENCE") {
    return relation(ctx, names, type);
  }
  if (type == "OBJECT_INDEX") return index(ctx, names);
  if (type == "OBJECT_COLUMN") return column(ctx, names);
  if (type == "OBJECT_TABCONSTRAINT") return part(ctx, Kind::constraint, names);
  if (type == "OBJECT_TRIGGER") return part(ctx, Kind::trigger, names);
  if (type == "OBJECT_RULE") return part(ctx, Kind::rule, names);
  if (type == "OBJECT_POLICY") return part(ctx, Kind::policy, names);
  if (type == "OBJECT_DOMCONSTRAINT") return domain_constraint(ctx, items);
  if (type == "OBJECT_STATISTIC_EXT") return statistics(ctx, names);
  if (type == "OBJECT_TYPE" || type == "OBJECT_DOMAIN") {
    return ctx.user_type(object.list("names"), object.location());
  }
  if (type == "OBJECT_FUNCTION" || type == "OBJECT_PROCEDURE" || type == "OBJECT_ROUTINE") {
    return ctx.function(object);
  }
  if (type == "OBJECT_SCHEMA" || type == "OBJECT_EXTENSION") {
    const bool schema = type == "OBJECT_SCHEMA";
    const Identifier name(object.sval());
    const ObjectId id = object_id(schema ? Kind::schema : Kind::extension, {}, name);
    if (ctx.catalog.contains(id) || (schema && name == Identifier("public"))) return id;
    ctx.missing(ctx.begin(), describe(id) + " does not exist",
                schema ? "declare it with CREATE SCHEMA" : "declare it with CREATE EXTENSION");
    return {};
  }
  ctx.unmanaged("COMMENT ON " + words_of(type), "comments on these objects");
  return {};
}

}  // namespace

void comment_on(StatementContext& ctx) {
  const ObjectId id = target(ctx);
  if (!id.known()) return;
  Comment comment;
  comment.id = id.commented();
  comment.source = ctx.span();
  comment.text = ctx.statement.string("comment");
  // A later comment replaces an earlier one; NULL and the empty string remove it.
  ctx.catalog.erase(comment.id);
  if (!comment.text.empty()) ctx.add(std::move(comment));
}

}  // namespace schemadiff
