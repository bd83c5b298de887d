#include "engine/model/renames.h"

#include "engine/model/ancestors.h"
#include "engine/model/kind_traits.h"
#include "engine/model/replace_ids.h"
#include "engine/model/rules.h"

namespace schemadiff {
namespace {

// Has its relation's name in its id.
bool is_part_of_relation(const ObjectId& id) {
  switch (id.kind) {
    case Kind::column:
    case Kind::column_default:
    case Kind::constraint:
    case Kind::trigger:
    case Kind::policy:
    case Kind::rule:
    case Kind::published_table:
    case Kind::rows:
      return true;
    case Kind::sequence:  // of an identity column, as privileges have it
      return !id.sub.empty();
    default:
      return false;
  }
}

bool is_label(const ObjectId& id) { return id.kind == Kind::enum_type && !id.sub.empty(); }

// Comments call it by its own name.
ObjectId index_of_key(const ObjectId& key) { return object_id(Kind::index, key.schema, key.sub); }

bool has_columns(Kind kind) {
  return kind == Kind::table || kind == Kind::view || kind == Kind::materialized_view ||
         kind == Kind::composite_type;
}

}  // namespace

ObjectId Renames::Map::object(const ObjectId& id) const {
  ObjectId out = id.of == Kind::none ? of_itself(id) : id.about(of_itself(id.target()));
  if (id.kind == Kind::privilege || id.kind == Kind::default_privilege) {
    out.grantee = role(id.grantee);
  }
  return out;
}

Identifier Renames::Map::role(Identifier name) const {
  const auto found = roles.find(name);
  return found == roles.end() ? name : found->second;
}

ObjectId Renames::Map::of_itself(const ObjectId& id) const {
  if (const auto found = exact.find(id); found != exact.end()) return found->second;
  ObjectId out = id;
  if (is_label(id)) {
    const ObjectId type = of_itself(id.container(Kind::enum_type));
    out.schema = type.schema;
    out.name = type.name;
    return out;
  }
  // A default and an identity's sequence go by their column.
  if (id.kind == Kind::column_default || (id.kind == Kind::sequence && !id.sub.empty())) {
    const ObjectId column = of_itself(id.with_sub(Kind::column, id.sub));
    return column.with_sub(id.kind, column.sub);
  }
  if (id.kind == Kind::published_table) {
    out.sub = of_itself(object_id(Kind::publication, {}, id.sub)).name;
  } else if (id.kind == Kind::published_schema) {
    out.name = of_itself(object_id(Kind::publication, {}, id.name)).name;
    out.sub = of_itself(object_id(Kind::schema, {}, id.sub)).name;
    return out;
  } else if (id.kind == Kind::user_mapping) {
    out.name = of_itself(object_id(Kind::foreign_server, {}, id.name)).name;
    out.sub = role(id.sub);
    return out;
  } else if (id.kind == Kind::membership) {
    out.name = role(id.name);
    out.sub = role(id.sub);
    return out;
  } else if (id.kind == Kind::default_privilege) {
    out.name = role(id.name);
  }
  const bool part = is_part_of_relation(id);
  if (part || id.kind == Kind::domain_constraint) {
    const auto& containers = part ? relations : domains;
    if (const auto found = containers.find({id.schema, id.name}); found != containers.end()) {
      std::tie(out.schema, out.name) = found->second;
      return out;
    }
  }
  if (const auto found = schemas.find(id.schema); found != schemas.end()) {
    out.schema = found->second;
  }
  return out;
}

void Renames::Map::add(const ObjectId& from, const ObjectId& to) {
  exact.emplace(from, to);
  if (from.kind == Kind::schema) schemas.emplace(from.name, to.name);
  if (from.kind == Kind::role) roles.emplace(from.name, to.name);
  if (traits_of(from.kind).in_pg_class) {
    relations.emplace(Name{from.schema, from.name}, Name{to.schema, to.name});
  }
  if (from.kind == Kind::domain) {
    domains.emplace(Name{from.schema, from.name}, Name{to.schema, to.name});
  }
}

void Renames::add(const ObjectId& from, const ObjectId& to) {
  // What keeps its full name though its schema gets another one does move.
  if (forward_.object(from) == to) return;
  forward_.add(from, to);
  backward_.add(to, from);
}

Renames::Renames(const Catalog& live, std::vector<Rename> list) : list_(std::move(list)) {
  for (const Rename& rename : list_) {
    add(rename.from, rename.to);
    const auto* constraint = live.find<Constraint>(rename.from);
    if (constraint != nullptr && has_index(*constraint))
      add(index_of_key(rename.from), index_of_key(rename.to));
  }
  for (const Rename& rename : list_) {
    if (rename.from.kind == Kind::column) add_children(live, rename);
    add_companions(live, rename);
  }
  if (!list_.empty()) add_signatures(live);
}

void Renames::add_parts(const std::vector<Rename>& parts) {
  for (const Rename& part : parts) {
    const ObjectId from = live(part.from);
    list_.push_back({from, part.to});
    forward_.exact.erase(from);
    add(from, part.to);
    if (part.to.kind == Kind::constraint) add(index_of_key(from), index_of_key(part.to));
  }
}

// A column is renamed in all tables that have it from this one, an attribute in typed tables.
void Renames::add_children(const Catalog& live, const Rename& rename) {
  std::vector<ObjectId> above = {rename.from.container(Kind::table)};
  for (size_t i = 0; i < above.size() && i < 10000; ++i) {
    for (const auto& [id, table] : live.objects<Table>()) {
      const bool typed = table.of_type.object == rename.from.container(Kind::composite_type);
      if (!typed && !is_child(table, above[i])) continue;
      if (std::find(above.begin(), above.end(), id) != above.end()) continue;
      above.push_back(id);
      ObjectId to = forward_.object(id).with_sub(Kind::column, rename.to.sub);
      add(id.with_sub(Kind::column, rename.from.sub), to);
    }
  }
}

// What SET SCHEMA takes along.
void Renames::add_companions(const Catalog& live, const Rename& rename) {
  const bool moves = desired_schema(rename.from.schema) != rename.to.schema;
  if (const RangeType* range = live.find<RangeType>(rename.from)) {
    const QualifiedName& name = range->multirange_type;
    if (name.schema == rename.from.schema && moves) {
      add(object_id(Kind::range_type, name.schema, name.name),
          object_id(Kind::range_type, rename.to.schema, name.name));
    }
    return;
  }
  if (!moves || !has_columns(rename.from.kind)) return;
  const auto take = [&](const ObjectId& id) {
    ObjectId to = id;
    to.schema = rename.to.schema;
    if (!forward_.exact.contains(id)) add(id, to);
  };
  for (const auto& [id, index] : live.objects<Index>()) {
    if (index.table == rename.from) take(id);
  }
  for (const auto& [id, sequence] : live.objects<Sequence>()) {
    const bool owned =
        sequence.owned_by && sequence.owned_by->container(rename.from.kind) == rename.from;
    if (owned && id.schema == rename.from.schema) take(id);
  }
  for (const auto& [id, column] : live.objects<Column>()) {
    if (!column.identity || id.container(rename.from.kind) != rename.from) continue;
    const QualifiedName& name = column.identity->sequence;
    if (name.schema == rename.from.schema) {
      take(object_id(Kind::sequence, name.schema, name.name));
    }
  }
}

// Ids that are made of types.
void Renames::add_signatures(const Catalog& live) {
  const auto object = [this](const ObjectId& id) { return forward_.object(id); };
  const auto sql = [&](const TypeRef& type) { return replaced(type, object).sql; };
  const auto changed = [&](const TypeRef& type) { return object(type.object) != type.object; };
  for (const auto& [id, function] : live.objects<Function>()) {
    std::vector<FunctionArgument> arguments;
    bool other = false;
    for (const FunctionArgument& argument : function.arguments) {
      other = other || changed(argument.type);
    }
    if (!other) continue;
    for (const FunctionArgument& argument : function.arguments) {
      FunctionArgument& copy = arguments.emplace_back();
      copy.mode = argument.mode;
      copy.type = replaced(argument.type, object);
    }
    ObjectId to = object(id);
    backward_.exact.erase(to);
    to.sub = function_signature(arguments);
    forward_.exact.erase(id);
    add(id, to);
  }
  for (const auto& [id, op] : live.objects<Operator>()) {
    if (!changed(op.left) && !changed(op.right)) continue;
    ObjectId to = object(id);
    to.sub = "(" + (op.left.empty() ? "NONE" : sql(op.left)) + ", " + sql(op.right) + ")";
    add(id, to);
  }
  for (const auto& [id, cast] : live.objects<Cast>()) {
    add(id, object_id(Kind::cast, {}, "(" + sql(cast.from) + " AS " + sql(cast.to) + ")"));
  }
  for (const auto& [id, transform] : live.objects<Transform>()) {
    add(id, object_id(Kind::transform, {}, sql(transform.type), id.sub));
  }
}

Identifier Renames::desired_schema(Identifier live) const {
  const auto found = forward_.schemas.find(live);
  return found == forward_.schemas.end() ? live : found->second;
}

QualifiedName Renames::desired_name(Kind kind, const QualifiedName& live) const {
  for (const Rename& rename : list_) {
    if (rename.from.kind == kind && rename.from.schema == live.schema &&
        rename.from.name == live.name) {
      return {rename.to.schema, rename.to.name};
    }
  }
  const ObjectId known = forward_.object(object_id(kind, live.schema, live.name));
  return {known.schema, known.name};
}

bool Renames::touches(const ObjectId& desired) const {
  if (live(desired) != desired) return true;
  return std::any_of(list_.begin(), list_.end(), [&](const Rename& rename) {
    const bool part = rename.to.kind == Kind::column || is_label(rename.to);
    return part && rename.to.schema == desired.schema && rename.to.name == desired.name &&
           desired.kind != Kind::column;
  });
}

void take_new_names(Catalog& live, const Renames& renames) {
  const auto object = [&](const ObjectId& id) { return renames.desired(id); };
  replace_ids(live, {object, [&](Kind kind, const QualifiedName& name) {
                       return renames.desired_name(kind, name);
                     }});
  for_each_kind([&]<class T>() {
    for (auto& [id, each] : live.objects<T>()) {
      Rules<T>::expressions(each, [&](SqlExpression& expression, const ExpressionScope&) {
        for (ObjectId& reference : expression.references) reference = object(reference);
      });
    }
  });
}

}  // namespace schemadiff
