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
void replace(Role&, const Replacer&) {}
void replace(Membership&, const Replacer&) {}
void replace(Subscription&, const Replacer&) {}
void replace(ShellType&, const Replacer&) {}
void replace(BaseType& type, const Replacer& with) {
  for (QualifiedName* function :
       {&type.input, &type.output, &type.receive, &type.send, &type.typmod_in, &type.typmod_out,
        &type.analyze, &type.subscript}) {
    with(*function, Kind::function);
  }
  with(type.element);
  with(type.like);
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
void replace(SecurityLabel&, const Replacer&) {}
void replace(Owner&, const Replacer&) {}
void replace(Privilege&, const Replacer&) {}
void replace(DefaultPrivilege&, const Replacer&) {}
void replace(ForeignDataWrapper& wrapper, const Replacer& with) {
  with(wrapper.handler, Kind::function);
  with(wrapper.validator, Kind::function);
}
void replace(ForeignServer&, const Replacer&) {}
void replace(UserMapping&, const Replacer&) {}
void replace(Language& language, const Replacer& with) {
  with(language.handler, Kind::function);
  with(language.inline_, Kind::function);
  with(language.validator, Kind::function);
}
void replace(Collation&, const Replacer&) {}
void replace(AccessMethod& method, const Replacer& with) { with(method.handler, Kind::function); }
void replace(Operator& op, const Replacer& with) {
  with(op.left);
  with(op.right);
  with(op.function, Kind::function);
  with(op.restrict_, Kind::function);
  with(op.join, Kind::function);
  with(op.commutator, Kind::operator_);
  with(op.negator, Kind::operator_);
}
void replace(OperatorFamily& family, const Replacer& with) {
  for (FamilyMember& member : family.members) {
    with(member.name, member.is_function ? Kind::function : Kind::operator_);
  }
}
void replace(OperatorClass& operator_class, const Replacer& with) {
  with(operator_class.type);
  with(operator_class.storage);
  with(operator_class.family, Kind::operator_family);
}
void replace(Cast& cast, const Replacer& with) {
  with(cast.from);
  with(cast.to);
  with(cast.function, Kind::function);
}
void replace(Transform& transform, const Replacer& with) {
  with(transform.type);
  with(transform.from_sql, Kind::function);
  with(transform.to_sql, Kind::function);
}
void replace(Conversion& conversion, const Replacer& with) {
  with(conversion.function, Kind::function);
}
void replace(TextSearchParser& parser, const Replacer& with) {
  with(parser.start, Kind::function);
  with(parser.get_token, Kind::function);
  with(parser.end, Kind::function);
  with(parser.lex_types, Kind::function);
  with(parser.headline, Kind::function);
}
void replace(TextSearchTemplate& base, const Replacer& with) {
  with(base.init, Kind::function);
  with(base.lexize, Kind::function);
}
void replace(TextSearchDictionary& dictionary, const Replacer& with) {
  with(dictionary.base, Kind::text_search_template);
}
void replace(TextSearchConfiguration& configuration, const Replacer& with) {
  with(configuration.parser, Kind::text_search_parser);
  for (TextSearchMapping& mapping : configuration.mappings) {
    for (QualifiedName& name : mapping.dictionaries) with(name, Kind::text_search_dictionary);
  }
}
void replace(Publication&, const Replacer&) {}
void replace(PublishedTable& published, const Replacer& with) {
  with.columns(published.table, published.columns);
  with(published.table);
}
void replace(PublishedSchema&, const Replacer&) {}
void replace(EventTrigger& trigger, const Replacer& with) {
  with(trigger.function, Kind::function);
}

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
