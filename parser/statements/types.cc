// Enums, composite types and range types.
#include <algorithm>

#include "engine/model/default_names.h"
#include "parser/modifiers.h"
#include "parser/statement_context.h"
#include "parser/statements/collation_of.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

bool label_fits(StatementContext& ctx, const std::string& label) {
  if (label.size() <= kMaxIdentifierBytes) return true;
  ctx.error("invalid enum label " + quote_literal(label), "labels are at most 63 bytes long");
  return false;
}

std::vector<CompositeAttribute>::iterator find_attribute(CompositeType& type, Identifier name) {
  return std::find_if(type.attributes.begin(), type.attributes.end(),
                      [&](const CompositeAttribute& attribute) { return attribute.name == name; });
}

// False: said already.
bool read_attribute(StatementContext& ctx, const Node& definition, Identifier name,
                    CompositeAttribute& attribute) {
  const Node type_name = definition.child("typeName");
  const TypeName type = ctx.type(type_name);
  if (type.type.empty()) return false;
  if (type.serial || type.setof) {
    ctx.error(definition.location(), "attribute " + quote(name) + " of a composite type can't be " +
                                         (type.setof ? "a set" : "serial"));
    return false;
  }
  attribute.name = name;
  attribute.type = type.type;
  if (const Node clause = definition.child("collClause")) {
    const QualifiedName collation = ctx.collation(clause);
    if (collation.empty()) return false;
    if (collation != collation_of_type(ctx, type_name)) attribute.collation = collation;
  }
  return true;
}

// The default btree operator class of a type, as GetDefaultOpClass() finds it; empty: none known.
QualifiedName default_operator_class(StatementContext& ctx, const Node& type_name) {
  const SystemCatalog& system = ctx.names.system();
  const auto built_in = [](Identifier name) { return QualifiedName{"pg_catalog", name}; };
  if (!type_name.list("arrayBounds").empty()) return built_in("array_ops");
  const std::vector<Identifier> names = identifiers(type_name.list("names"));
  if (names.empty() || names.size() > 2) return {};
  const auto resolved =
      ctx.names.find_type(names.size() == 2 ? names[0] : Identifier(), names.back(), ctx.path);
  if (!resolved) return {};
  const SystemType* type = resolved->system;
  if (type == nullptr) {
    switch (resolved->object.kind) {
      case Kind::enum_type:
        return built_in("enum_ops");
      case Kind::range_type:
        return built_in("range_ops");
      case Kind::composite_type:
      case Kind::table:
      case Kind::view:
      case Kind::materialized_view:
        return built_in("record_ops");
      default:
        return {};  // a domain's is that of its base type: not known here
    }
  }
  for (int depth = 0; type->base != 0 && depth < 32; ++depth) {
    const SystemType* base = ctx.names.system_type(type->base);
    if (base == nullptr) return {};
    type = base;
  }
  const auto default_of = [&](Oid oid) -> const SystemOperatorClass* {
    for (const SystemOperatorClass& candidate : system.operator_classes) {
      if (candidate.is_default && candidate.input == oid &&
          candidate.method == Identifier("btree")) {
        return &candidate;
      }
    }
    return nullptr;
  };
  const SystemOperatorClass* found = default_of(type->oid);
  bool found_preferred = false;
  if (found == nullptr) {
    for (const SystemCast& cast : system.casts) {
      if (cast.source != type->oid || cast.method != 'b' || cast.context != 'i') continue;
      const SystemType* target = ctx.names.system_type(cast.target);
      const SystemOperatorClass* candidate = default_of(cast.target);
      if (target == nullptr || candidate == nullptr) continue;
      if (found == nullptr || (target->preferred && !found_preferred)) {
        found = candidate;
        found_preferred = target->preferred;
      }
    }
  }
  return found == nullptr ? QualifiedName{} : QualifiedName{found->schema, found->name};
}

}  // namespace

void create_enum(StatementContext& ctx) {
  const QualifiedName name = ctx.new_name(ctx.statement.list("typeName"));
  EnumType type;
  type.id = object_id(Kind::enum_type, name.schema, name.name);
  type.source = ctx.span();
  for (const Node value : ctx.statement.list("vals")) {
    std::string label(value.sval());
    if (!label_fits(ctx, label)) return;
    if (std::find(type.labels.begin(), type.labels.end(), label) != type.labels.end()) {
      ctx.error("enum " + name.sql() + " has the label " + quote_literal(label) + " twice");
      return;
    }
    type.labels.push_back(std::move(label));
  }
  ctx.add(std::move(type));
}

void alter_enum(StatementContext& ctx) {
  const NodeList names = ctx.statement.list("typeName");
  const ObjectId id = ctx.user_type(names);
  if (!id.known()) return;
  EnumType* type = ctx.catalog.find<EnumType>(id);
  if (type == nullptr) {
    ctx.error(dotted(names) + " is not an enum");
    return;
  }
  const auto position = [&](const std::string& label) {
    return std::find(type->labels.begin(), type->labels.end(), label);
  };
  const std::string label = ctx.statement.string("newVal");
  if (!label_fits(ctx, label)) return;
  if (ctx.statement.has("oldVal")) {
    const std::string old_label = ctx.statement.string("oldVal");
    const auto found = position(old_label);
    if (found == type->labels.end()) {
      ctx.error("enum " + dotted(names) + " has no label " + quote_literal(old_label));
    } else if (position(label) != type->labels.end()) {
      ctx.error("enum " + dotted(names) + " has the label " + quote_literal(label) + " already");
    } else {
      *found = label;
    }
    return;
  }
  if (position(label) != type->labels.end()) {
    if (ctx.statement.boolean("skipIfNewValExists")) {
      ctx.note(ctx.begin(),
               "enum " + dotted(names) + " has the label " + quote_literal(label) + " already");
    } else {
      ctx.error("enum " + dotted(names) + " has the label " + quote_literal(label) + " already");
    }
    return;
  }
  auto at = type->labels.end();
  if (ctx.statement.has("newValNeighbor")) {
    const std::string neighbor = ctx.statement.string("newValNeighbor");
    at = position(neighbor);
    if (at == type->labels.end()) {
      ctx.error("enum " + dotted(names) + " has no label " + quote_literal(neighbor));
      return;
    }
    if (ctx.statement.boolean("newValIsAfter")) ++at;
  }
  type->labels.insert(at, label);
}

void create_composite_type(StatementContext& ctx) {
  const QualifiedName name = ctx.new_name(ctx.statement.child("typevar"));
  CompositeType type;
  type.id = object_id(Kind::composite_type, name.schema, name.name);
  type.source = ctx.span();
  for (const Node definition : ctx.statement.list("coldeflist")) {
    const Identifier attribute_name(definition.str("colname"));
    if (find_attribute(type, attribute_name) != type.attributes.end()) {
      ctx.error(definition.location(),
                "type " + name.sql() + " has the attribute " + quote(attribute_name) + " twice");
      return;
    }
    CompositeAttribute attribute;
    if (!read_attribute(ctx, definition, attribute_name, attribute)) return;
    type.attributes.push_back(std::move(attribute));
  }
  ctx.add(std::move(type));
}

void alter_composite_type(StatementContext& ctx) {
  const Node relation = ctx.statement.child("relation");
  const ObjectId id = ctx.relation(relation);
  if (!id.known()) return;
  const CompositeType* before = ctx.catalog.find<CompositeType>(id);
  if (before == nullptr) {
    ctx.error(relation.location(), qualified_name(id) + " is not a composite type");
    return;
  }
  CompositeType type = *before;
  std::vector<Identifier> dropped;
  for (const Node command : ctx.statement.list("cmds")) {
    const std::string_view what = command.str("subtype");
    const Node definition = command.child("def");
    const Identifier name(what == "AT_AddColumn" ? definition.str("colname") : command.str("name"));
    const auto found = find_attribute(type, name);
    if (what == "AT_ChangeOwner") {
      declare_owner(ctx, id, command.child("newowner"));
    } else if (what == "AT_AddColumn") {
      if (found != type.attributes.end()) {
        ctx.error(definition.location(),
                  "type " + qualified_name(id) + " has the attribute " + quote(name) + " already");
        return;
      }
      CompositeAttribute attribute;
      if (!read_attribute(ctx, definition, name, attribute)) return;
      type.attributes.push_back(std::move(attribute));
    } else if (what == "AT_DropColumn" || what == "AT_AlterColumnType") {
      if (found == type.attributes.end()) {
        if (command.boolean("missing_ok")) continue;
        ctx.error("type " + qualified_name(id) + " has no attribute " + quote(name));
        return;
      }
      if (what == "AT_DropColumn") {
        type.attributes.erase(found);
        dropped.push_back(name);
        continue;
      }
      CompositeAttribute attribute;
      if (!read_attribute(ctx, definition, name, attribute)) return;
      *found = std::move(attribute);
    } else {
      ctx.error("ALTER TYPE with " + std::string(what) + " is not known to this build");
      return;
    }
  }
  for (const Identifier name : dropped) {
    ctx.catalog.erase(id.with_sub(Kind::column, name).commented());
  }
  *ctx.catalog.find<CompositeType>(id) = std::move(type);
}

void create_range_type(StatementContext& ctx) {
  const QualifiedName name = ctx.new_name(ctx.statement.list("typeName"));
  RangeType range;
  range.id = object_id(Kind::range_type, name.schema, name.name);
  range.source = ctx.span();
  const bool has_multirange = ctx.names.system().server_version >= 140000;
  if (has_multirange) range.multirange_type = {name.schema, multirange_name(name.name.str())};
  Node subtype;
  for (const Node param : ctx.statement.list("params")) {
    const std::string_view what = param.str("defname");
    const Node value = param.child("arg");
    // Names come as a TypeName, or as a String where they are quoted as literals.
    const NodeList names = value.list("names");
    if (what == "subtype") {
      subtype = value;
      range.subtype = without_modifiers(ctx.type(value).type);
      if (range.subtype.empty()) return;
    } else if (names.empty()) {
      ctx.error(param.location(),
                "the value of " + std::string(what) + " of a range type must be a name");
      return;
    } else if (what == "subtype_opclass") {
      range.subtype_operator_class = ctx.operator_class(names, "btree");
      if (range.subtype_operator_class.schema.empty()) {
        range.subtype_operator_class.schema = "pg_catalog";
      }
    } else if (what == "collation") {
      const auto collation = ctx.names.collation(names, ctx.path);
      if (!collation) {
        ctx.missing(value.location(), "collation " + dotted(names) + " does not exist");
        return;
      }
      range.collation = *collation;
    } else if (what == "canonical") {
      range.canonical = ctx.function_name(names);
    } else if (what == "subtype_diff") {
      range.subtype_diff = ctx.function_name(names);
    } else if (what == "multirange_type_name") {
      if (!has_multirange) {
        ctx.error(param.location(), "multirange types came with PostgreSQL 14",
                  "leave MULTIRANGE_TYPE_NAME out");
        return;
      }
      range.multirange_type = ctx.new_name(names);
    } else {
      ctx.error(param.location(), "type attribute \"" + std::string(what) + "\" of a range type " +
                                      "is not known to this build");
      return;
    }
  }
  if (!subtype) {
    ctx.error("the range type " + name.sql() + " has no subtype", "add SUBTYPE = …");
    return;
  }
  if (range.subtype_operator_class.empty()) {
    range.subtype_operator_class = default_operator_class(ctx, subtype);
  }
  if (range.collation.empty()) range.collation = collation_of_type(ctx, subtype);
  ctx.add(std::move(range));
}

}  // namespace schemadiff
