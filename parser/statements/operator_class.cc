// CREATE OPERATOR CLASS and FAMILY, ALTER OPERATOR FAMILY. All members are the family's.
#include <algorithm>

#include "parser/modifiers.h"
#include "parser/statement_context.h"
#include "parser/statements/operator_names.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

class MemberReader {
 public:
  // `of` and `type` are a class and its type; none and empty: ALTER OPERATOR FAMILY.
  MemberReader(StatementContext& ctx, ObjectId family, ObjectId of, std::string type)
      : ctx_(ctx), family_(family), class_(of), type_(std::move(type)) {}

  // False: said already.
  bool read() {
    for (const Node item : ctx_.statement.list("items")) {
      if (item.integer("itemtype") == 3) continue;
      if (!read_item(item)) return false;
    }
    return true;
  }

  void add() {
    for (FamilyMember& member : members_) {
      if (is_tied(member)) member.tied_to = class_of(member);
      add_to(ctx_.catalog, family_, std::move(member));
    }
    // Operators may be declared further down.
    ctx_.at_the_end([family = family_, path = ctx_.path](CatalogAssembly& assembly) {
      OperatorFamily* found = assembly.catalog.find<OperatorFamily>(family);
      if (found == nullptr) return;
      for (FamilyMember& member : found->members) {
        if (member.is_function) continue;
        member.name =
            find_operator(assembly, path, member.name,
                          operator_arguments(member.left, member.right), member.name.schema);
      }
    });
  }

  void drop() {
    std::vector<FamilyMember>& members = ctx_.catalog.find<OperatorFamily>(family_)->members;
    for (const FamilyMember& gone : members_) {
      std::erase_if(members, [&](const FamilyMember& member) { return member.same_place(gone); });
    }
  }

 private:
  // What the access method does not need of a class is the family's (amadjustmembers, from 14 on).
  bool is_tied(const FamilyMember& member) const {
    if (ctx_.names.system().server_version < 140000) return true;
    const std::string& method = family_.sub.str();
    const auto is_needed = [&](std::initializer_list<int> functions) {
      return member.is_function &&
             std::find(functions.begin(), functions.end(), member.number) != functions.end();
    };
    if (method == "gist") return is_needed({1, 2, 5, 6, 7});
    if (method == "gin") return is_needed({2, 3});
    if (method == "spgist") return is_needed({1, 2, 3, 4, 5});
    if (!sorts_or_hashes()) return true;
    return member.left == member.right && (!member.is_function || member.number == 1);
  }

  bool sorts_or_hashes() const {
    return family_.sub == Identifier("btree") || family_.sub == Identifier("hash");
  }

  // Of the class that is made, or of the one for the member's type that is there; kind none: of
  // none.
  ObjectId class_of(const FamilyMember& member) const {
    const bool by_type = ctx_.names.system().server_version >= 140000 && sorts_or_hashes();
    if (!by_type || (class_.known() && member.left == type_)) return class_;
    ObjectId first;
    for (const auto& [id, other] : ctx_.catalog.objects<OperatorClass>()) {
      const bool fits = id.sub == family_.sub && other.type.sql == member.left &&
                        other.family == QualifiedName{family_.schema, family_.name};
      if (fits && (!first.known() || id < first)) first = id;
    }
    return first;
  }

  static void add_to(Catalog& catalog, const ObjectId& family, FamilyMember member) {
    std::vector<FamilyMember>& members = catalog.find<OperatorFamily>(family)->members;
    std::erase_if(members, [&](const FamilyMember& other) { return member.same_place(other); });
    members.insert(std::upper_bound(members.begin(), members.end(), member), std::move(member));
  }

  bool read_types(const NodeList& nodes, std::vector<std::string>& types) {
    for (const Node node : nodes) {
      const TypeRef type = without_modifiers(ctx_.type(node).type);
      if (type.empty()) return false;
      types.push_back(type.sql);
    }
    return true;
  }

  bool read_item(const Node& item) {
    FamilyMember member;
    member.is_function = item.integer("itemtype") == 2;
    member.number = static_cast<int>(item.integer("number"));
    const Node named = item.child("name");
    std::vector<std::string> arguments;
    std::vector<std::string> types;
    if (!read_types(named.list("objargs"), arguments)) return false;
    if (!read_types(item.list("class_args"), types)) return false;
    if (types.size() == 1) types.push_back(types[0]);
    if (member.is_function) {
      member.name = ctx_.function_name(named.list("objname"));
      if (!named.boolean("args_unspecified")) {
        for (const std::string& argument : arguments) {
          member.arguments += (member.arguments.empty() ? "(" : ", ") + argument;
        }
        member.arguments += member.arguments.empty() ? "()" : ")";
      }
      if (types.empty()) types = types_of_function(member.number, arguments);
    } else {
      member.name = written_name(named.list("objname"));
      if (types.empty()) types = arguments.size() == 2 ? arguments : std::vector{type_, type_};
      if (!item.list("order_family").empty()) {
        member.sort_family = written_name(item.list("order_family"));
        if (member.sort_family.schema.empty()) member.sort_family.schema = "pg_catalog";
      }
    }
    if (types.size() != 2 || types[0].empty()) {
      ctx_.error("the types of number " + std::to_string(member.number) + " are not said",
                 "write them behind the number: FUNCTION 1 (integer, integer) …");
      return false;
    }
    member.left = types[0];
    member.right = types[1];
    members_.push_back(std::move(member));
    return true;
  }

  // What PostgreSQL takes where a class does not say them (assignProcTypes()).
  std::vector<std::string> types_of_function(int number,
                                             const std::vector<std::string>& arguments) const {
    const bool btree = family_.sub == Identifier("btree");
    if (btree && number == 1 && arguments.size() == 2) return arguments;
    if (btree && number == 3 && arguments.size() == 5) return {arguments[0], arguments[2]};
    const bool hash = family_.sub == Identifier("hash");
    if (hash && number <= 2 && !arguments.empty()) return {arguments[0], arguments[0]};
    return {type_, type_};
  }

  StatementContext& ctx_;
  ObjectId family_;
  ObjectId class_;
  std::string type_;
  std::vector<FamilyMember> members_;
};

// Along the path, or the place for a new one of that name; `found` says which.
ObjectId find_family(StatementContext& ctx, const NodeList& names, Identifier method, bool& found) {
  const QualifiedName name = written_name(names);
  std::vector<Identifier> schemas = ctx.path.schemas();
  if (!name.schema.empty()) schemas = {name.schema};
  for (const Identifier schema : schemas) {
    const ObjectId id = object_id(Kind::operator_family, schema, name.name, method);
    found = ctx.catalog.contains(id);
    if (found) return id;
  }
  found = false;
  return object_id(Kind::operator_family, ctx.new_name(names).schema, name.name, method);
}

}  // namespace

void create_operator_class(StatementContext& ctx) {
  const Identifier method(ctx.statement.str("amname"));
  const QualifiedName name = ctx.new_name(ctx.statement.list("opclassname"));
  OperatorClass made;
  made.id = object_id(Kind::operator_class, name.schema, name.name, method);
  made.source = ctx.span();
  made.is_default = ctx.statement.boolean("isDefault");
  made.type = without_modifiers(ctx.type(ctx.statement.child("datatype")).type);
  if (made.type.empty()) return;
  for (const Node item : ctx.statement.list("items")) {
    if (item.integer("itemtype") != 3) continue;
    made.storage = without_modifiers(ctx.type(item.child("storedtype")).type);
    if (made.storage.empty()) return;
  }
  if (made.storage == made.type) made.storage = {};
  // Without FAMILY: the family of its own name, made if there is none.
  const NodeList named = ctx.statement.list("opfamilyname");
  ObjectId family = object_id(Kind::operator_family, name.schema, name.name, method);
  if (!named.empty()) {
    bool found = false;
    family = find_family(ctx, named, method, found);
    if (!found) {
      ctx.missing(ctx.begin(), describe(family) + " does not exist",
                  "classes in families of PostgreSQL or of extensions are not understood");
      return;
    }
  }
  made.family = {family.schema, family.name};
  MemberReader reader(ctx, family, made.id, made.type.sql);
  if (!reader.read()) return;
  if (!ctx.catalog.contains(family)) {
    OperatorFamily own;
    own.id = family;
    own.source = ctx.span();
    ctx.add(std::move(own));
  }
  if (ctx.add(std::move(made))) reader.add();
}

void create_operator_family(StatementContext& ctx) {
  const QualifiedName name = ctx.new_name(ctx.statement.list("opfamilyname"));
  OperatorFamily family;
  family.id = object_id(Kind::operator_family, name.schema, name.name, ctx.statement.str("amname"));
  family.source = ctx.span();
  ctx.add(std::move(family));
}

void alter_operator_family(StatementContext& ctx) {
  bool found = false;
  const ObjectId family =
      find_family(ctx, ctx.statement.list("opfamilyname"), ctx.statement.str("amname"), found);
  if (!found) {
    ctx.missing(ctx.begin(), describe(family) + " does not exist");
    return;
  }
  MemberReader reader(ctx, family, {}, "");
  if (!reader.read()) return;
  if (ctx.statement.boolean("isDrop")) {
    reader.drop();
  } else {
    reader.add();
  }
}

}  // namespace schemadiff
