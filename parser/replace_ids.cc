#include "parser/replace_ids.h"

namespace schemadiff {
namespace {

class Replacer {
 public:
  Replacer(const std::function<ObjectId(const ObjectId&)>& map, const ObjectId& from,
           const ObjectId& to)
      : map_(map), from_(from), to_(to) {}

  void operator()(ObjectId& id) const {
    if (id.known()) id = map_(id);
  }
  void operator()(std::optional<ObjectId>& id) const {
    if (id) (*this)(*id);
  }
  void operator()(std::vector<ObjectId>& ids) const {
    for (ObjectId& id : ids) (*this)(id);
  }
  void operator()(TypeRef& type) const {
    if (!type.object.known()) return;
    const ObjectId now = map_(type.object);
    if (now == type.object) return;
    const std::string before = qualified_name(type.object);
    if (type.sql.starts_with(before)) type.sql.replace(0, before.size(), qualified_name(now));
    type.object = now;
  }
  void operator()(QualifiedName& name) const {
    if (from_.kind == Kind::schema && name.schema == from_.name) name.schema = to_.name;
  }
  void operator()(QualifiedName& name, Kind kind) const {
    if (from_.kind == kind && name.schema == from_.schema && name.name == from_.name) {
      name = {to_.schema, to_.name};
    }
    (*this)(name);
  }
  void column(const ObjectId& table, Identifier& name) const {
    if (from_.kind == Kind::column && from_.container(Kind::table) == table && name == from_.sub) {
      name = to_.sub;
    }
  }
  void columns(const ObjectId& table, std::vector<Identifier>& names) const {
    for (Identifier& name : names) column(table, name);
  }

 private:
  const std::function<ObjectId(const ObjectId&)>& map_;
  const ObjectId from_;
  const ObjectId to_;
};

void replace(Schema&, const Replacer&) {}
void replace(Extension&, const Replacer&) {}
void replace(EnumType&, const Replacer&) {}
void replace(Domain& domain, const Replacer& with) {
  with(domain.base);
  with(domain.collation);
}
void replace(DomainConstraint&, const Replacer&) {}
void replace(CompositeType& type, const Replacer& with) {
  for (CompositeAttribute& attribute : type.attributes) with(attribute.type);
}
void replace(RangeType& type, const Replacer& with) {
  with(type.subtype);
  with(type.subtype_operator_class);
  with(type.canonical, Kind::function);
  with(type.subtype_diff, Kind::function);
  with(type.multirange_type);
}
void replace(Sequence& sequence, const Replacer& with) { with(sequence.owned_by); }
void replace(Function& function, const Replacer& with) {
  for (FunctionArgument& argument : function.arguments) with(argument.type);
  with(function.returns);
  for (TypeRef& type : function.transforms) with(type);
}
void replace(Table& table, const Replacer& with) {
  with(table.inherits);
  if (table.partition_of) with(table.partition_of->parent);
  with(table.of_type);
  if (table.partition_key) {
    for (PartitionKeyElement& element : table.partition_key->elements) {
      if (!element.column.empty()) with.column(table.id, element.column);
    }
  }
}
void replace(Column& column, const Replacer& with) {
  with(column.type);
  if (column.identity) with(column.identity->sequence);
}
void replace(ColumnDefault&, const Replacer&) {}
void replace(Constraint& constraint, const Replacer& with) {
  const ObjectId table = constraint.id.container(Kind::table);
  with.columns(table, constraint.columns);
  with.columns(table, constraint.include);
  if (constraint.foreign_key) {
    with.columns(constraint.foreign_key->referenced_table,
                 constraint.foreign_key->referenced_columns);
    with.columns(table, constraint.foreign_key->set_columns);
    with(constraint.foreign_key->referenced_table);
  }
  for (ExclusionElement& element : constraint.exclusions) {
    with.column(table, element.element.column);
  }
  with(constraint.attached_to);
}
void replace(Index& index, const Replacer& with) {
  for (IndexElement& element : index.elements) with.column(index.table, element.column);
  with.columns(index.table, index.include);
  with(index.table);
  with(index.attached_to);
}
void replace(Statistics& statistics, const Replacer& with) {
  with.columns(statistics.table, statistics.columns);
  with(statistics.table);
}
void replace(View&, const Replacer&) {}
void replace(MaterializedView&, const Replacer&) {}
void replace(Rule& rule, const Replacer& with) { with(rule.relation); }
void replace(Trigger& trigger, const Replacer& with) {
  with.columns(trigger.relation, trigger.update_columns);
  with(trigger.relation);
  with(trigger.function, Kind::function);
  with(trigger.constraint_table);
}
void replace(Policy& policy, const Replacer& with) { with(policy.table); }
void replace(Comment&, const Replacer&) {}
void replace(Owner&, const Replacer&) {}
void replace(Privilege&, const Replacer&) {}
void replace(DefaultPrivilege&, const Replacer&) {}

}  // namespace

void replace_ids(Catalog& catalog, const std::function<ObjectId(const ObjectId&)>& map,
                 const ObjectId& from, const ObjectId& to) {
  const Replacer with(map, from, to);
  for_each_kind([&]<class T>() {
    std::vector<std::pair<ObjectId, ObjectId>> moved;
    for (auto& [id, object] : catalog.objects<T>()) {
      replace(object, with);
      const ObjectId now = map(id);
      if (now != id) moved.emplace_back(id, now);
    }
    for (const auto& [before, now] : moved) catalog.change_id(before, now);
  });
}

}  // namespace schemadiff
