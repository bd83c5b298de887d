#include "engine/model/replace_ids.h"

#include <algorithm>
#include <unordered_map>

#include "engine/model/kind_traits.h"

namespace schemadiff {
namespace {

// How types are written before and after.
using TypeNames = std::unordered_map<std::string, std::string>;

TypeNames renamed_types(const Catalog& catalog, const IdReplacement& replacement) {
  TypeNames out;
  for_each_kind([&]<class T>() {
    if (!traits_of(kind_of<T>).in_pg_type) return;
    for (const auto& [id, object] : catalog.objects<T>()) {
      const ObjectId now = replacement.object(id);
      if (now != id) out.emplace(qualified_name(id), qualified_name(now));
    }
  });
  return out;
}

class Replacer {
 public:
  Replacer(const IdReplacement& replacement, const TypeNames& types)
      : with_(replacement), types_(types) {}

  void operator()(ObjectId& id) const {
    if (id.known()) id = with_.object(id);
  }
  void operator()(std::optional<ObjectId>& id) const {
    if (id) (*this)(*id);
  }
  void operator()(std::vector<ObjectId>& ids) const {
    for (ObjectId& id : ids) (*this)(id);
  }
  void operator()(TypeRef& type) const {
    if (type.object.known()) type = replaced(type, with_.object);
  }
  void operator()(QualifiedName& name, Kind kind) const {
    if (!name.empty()) name = with_.name(kind, name);
  }
  // Of an object of the whole database.
  void operator()(Identifier& name, Kind kind) const {
    if (!name.empty()) name = with_.object(object_id(kind, {}, name)).name;
  }
  // A column, or an attribute of a composite type.
  void column(const ObjectId& relation, Identifier& name) const {
    if (!name.empty()) name = with_.object(relation.with_sub(Kind::column, name)).sub;
  }
  void columns(const ObjectId& relation, std::vector<Identifier>& names) const {
    for (Identifier& name : names) column(relation, name);
  }
  void element(const ObjectId& table, IndexElement& element) const {
    column(table, element.column);
    (*this)(element.collation, Kind::collation);
    (*this)(element.operator_class, Kind::operator_class);
  }
  // The index behind a constraint, or another, of the table's schema.
  void index(const ObjectId& table, Identifier& name) const {
    if (name.empty()) return;
    const ObjectId constraint = table.with_sub(Kind::constraint, name);
    const Identifier renamed = with_.object(constraint).sub;
    name =
        renamed != name ? renamed : with_.object(object_id(Kind::index, table.schema, name)).name;
  }
  // "public.t", "public.t[]", "(integer, public.t)": types that are only known by their names.
  void types(std::string& list) const {
    if (types_.empty()) return;
    std::string out;
    std::string name;
    bool quoted = false;
    const auto close = [&] {
      const auto found = types_.find(name);
      out += found == types_.end() ? name : found->second;
      name.clear();
    };
    for (const char c : list) {
      if (c == '"') quoted = !quoted;
      const bool ends = !quoted && (c == '(' || c == ')' || c == ',' || c == ' ' || c == '[');
      if (ends) close();
      (ends ? out : name) += c;
    }
    close();
    list = std::move(out);
  }
  void label(const ObjectId& type, std::string& label) const {
    label = with_.object({type.kind, Kind::none, type.schema, type.name, label}).sub.str();
  }

 private:
  const IdReplacement& with_;
  const TypeNames& types_;
};

void replace(Schema&, const Replacer&) {}
void replace(Extension& extension, const Replacer& with) { with(extension.schema, Kind::schema); }
void replace(EnumType& type, const Replacer& with) {
  for (std::string& label : type.labels) with.label(type.id, label);
}
void replace(Domain& domain, const Replacer& with) {
  with(domain.base);
  with(domain.collation, Kind::collation);
}
void replace(DomainConstraint&, const Replacer&) {}
void replace(CompositeType& type, const Replacer& with) {
  for (CompositeAttribute& attribute : type.attributes) {
    with.column(type.id, attribute.name);
    with(attribute.type);
    with(attribute.collation, Kind::collation);
  }
}
void replace(Role&, const Replacer&) {}
void replace(Membership& membership, const Replacer& with) {
  for (Identifier& grantor : membership.grantors) with(grantor, Kind::role);
}
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
  with(type.subtype_operator_class, Kind::operator_class);
  with(type.collation, Kind::collation);
  with(type.canonical, Kind::function);
  with(type.subtype_diff, Kind::function);
  with(type.multirange_type, Kind::range_type);
}
void replace(Sequence& sequence, const Replacer& with) { with(sequence.owned_by); }
void replace(Function& function, const Replacer& with) {
  for (FunctionArgument& argument : function.arguments) with(argument.type);
  with(function.returns);
  for (TypeRef& type : function.transforms) with(type);
  with(function.language, Kind::language);
  with(function.support, Kind::function);
  if (!function.aggregate) return;
  Aggregate& aggregate = *function.aggregate;
  for (AggregateState* state : {&aggregate.plain, &aggregate.moving}) {
    with(state->transition, Kind::function);
    with(state->inverse, Kind::function);
    with(state->final, Kind::function);
    with(state->type);
  }
  with(aggregate.combine, Kind::function);
  with(aggregate.serialize, Kind::function);
  with(aggregate.deserialize, Kind::function);
  with(aggregate.sort_operator, Kind::operator_);
}
void replace(Table& table, const Replacer& with) {
  with(table.inherits);
  if (table.partition_of) with(table.partition_of->parent);
  with(table.of_type);
  if (table.partition_key) {
    for (PartitionKeyElement& element : table.partition_key->elements) {
      with.column(table.id, element.column);
      with(element.collation, Kind::collation);
      with(element.operator_class, Kind::operator_class);
    }
  }
  with.index(table.id, table.replica_identity.index);
  with(table.server, Kind::foreign_server);
}
void replace(Column& column, const Replacer& with) {
  with(column.type);
  with(column.collation, Kind::collation);
  if (column.identity) with(column.identity->sequence, Kind::sequence);
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
    with.element(table, element.element);
    with(element.op, Kind::operator_);
  }
  with(constraint.attached_to);
}
void replace(Index& index, const Replacer& with) {
  for (IndexElement& element : index.elements) with.element(index.table, element);
  with.columns(index.table, index.include);
  with(index.table);
  with(index.attached_to);
}
void replace(Statistics& statistics, const Replacer& with) {
  with.columns(statistics.table, statistics.columns);
  std::sort(statistics.columns.begin(), statistics.columns.end());
  with(statistics.table);
}
template <class V>
void replace_columns(V& view, const Replacer& with) {
  with.columns(view.id, view.columns);
  for (auto& [name, type] : view.output) {
    with.column(view.id, name);
    with(type);
  }
}
void replace(View& view, const Replacer& with) { replace_columns(view, with); }
void replace(MaterializedView& view, const Replacer& with) {
  replace_columns(view, with);
  auto& settings = view.column_settings.list;
  for (MaterializedViewColumn& column : settings) with.column(view.id, column.name);
  std::sort(settings.begin(), settings.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
}
void replace(Rule& rule, const Replacer& with) { with(rule.relation); }
void replace(Trigger& trigger, const Replacer& with) {
  with.columns(trigger.relation, trigger.update_columns);
  with(trigger.relation);
  with(trigger.function, Kind::function);
  with(trigger.constraint_table);
}
void replace(Policy& policy, const Replacer& with) {
  with(policy.table);
  for (Identifier& role : policy.roles) with(role, Kind::role);
  std::sort(policy.roles.begin(), policy.roles.end());
}
void replace(Comment&, const Replacer&) {}
void replace(SecurityLabel&, const Replacer&) {}
void replace(Owner& owner, const Replacer& with) { with(owner.role, Kind::role); }
void replace(Privilege&, const Replacer&) {}
void replace(DefaultPrivilege&, const Replacer&) {}
void replace(ForeignDataWrapper& wrapper, const Replacer& with) {
  with(wrapper.handler, Kind::function);
  with(wrapper.validator, Kind::function);
}
void replace(ForeignServer& server, const Replacer& with) {
  with(server.wrapper, Kind::foreign_data_wrapper);
}
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
    with(member.sort_family, Kind::operator_family);
    with(member.tied_to);
    for (std::string* list : {&member.left, &member.right, &member.arguments}) with.types(*list);
  }
  std::sort(family.members.begin(), family.members.end());
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
  with.types(cast.arguments);
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
  std::sort(published.columns.begin(), published.columns.end());
  with(published.table);
}
void replace(PublishedSchema&, const Replacer&) {}
void replace(EventTrigger& trigger, const Replacer& with) {
  with(trigger.function, Kind::function);
}

}  // namespace

TypeRef replaced(const TypeRef& type, const std::function<ObjectId(const ObjectId&)>& object) {
  TypeRef out = type;
  out.object = object(type.object);
  if (out.object == type.object) return out;
  const std::string before = qualified_name(type.object);
  const char next = out.sql.size() > before.size() ? out.sql[before.size()] : '[';
  // Not a name that merely begins so: a range type's multirange.
  if (out.sql.starts_with(before) && (next == '[' || next == '(')) {
    out.sql.replace(0, before.size(), qualified_name(out.object));
  }
  return out;
}

void replace_ids(Catalog& catalog, const IdReplacement& replacement) {
  const TypeNames types = renamed_types(catalog, replacement);
  const Replacer with(replacement, types);
  for_each_kind([&]<class T>() {
    std::vector<std::pair<ObjectId, ObjectId>> moved;
    for (auto& [id, object] : catalog.objects<T>()) {
      replace(object, with);
      const ObjectId now = replacement.object(id);
      if (now != id) moved.emplace_back(id, now);
    }
    // All out before the first goes in: one may take the name of another.
    std::vector<typename ObjectMap<T>::node_type> nodes;
    for (const auto& [before, now] : moved) {
      auto node = catalog.objects<T>().extract(before);
      node.key() = node.mapped().id = now;
      nodes.push_back(std::move(node));
    }
    for (auto& node : nodes) catalog.objects<T>().insert(std::move(node));
  });
}

}  // namespace schemadiff
