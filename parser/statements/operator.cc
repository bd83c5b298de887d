// CREATE and ALTER OPERATOR.

#include "parser/modifiers.h"
#include "parser/statement_context.h"
#include "parser/statements/operator_names.h"
#include "parser/statements/statements.h"
#include "parser/statements/target.h"

namespace schemadiff {

QualifiedName find_operator(const CatalogAssembly& assembly, const SearchPath& path,
                            QualifiedName name, const std::string& arguments, Identifier fallback) {
  const Identifier pg_catalog("pg_catalog");
  if (name.empty()) return {};
  if (!name.schema.empty()) {
    return {name.schema == pg_catalog ? Identifier() : name.schema, name.name};
  }
  for (const Identifier schema : path.schemas()) {
    if (assembly.catalog.contains(object_id(Kind::operator_, schema, name.name, arguments))) {
      return {schema, name.name};
    }
  }
  for (const SystemOperator& op : assembly.names.system().operators) {
    if (op.name != name.name || op.of_user) continue;
    const auto type_of = [&](Oid oid) -> std::string {
      const SystemType* type = oid == 0 ? nullptr : assembly.names.system_type(oid);
      return type == nullptr ? "" : type->sql;
    };
    const std::string right = type_of(op.right);
    if (operator_arguments(type_of(op.left), right) != arguments) continue;
    return {op.schema == pg_catalog ? Identifier() : op.schema, op.name};
  }
  return {fallback, name.name};
}

namespace {

// False: said already. Partners are named as the statement names them.
bool read_option(StatementContext& ctx, const Node& option, Operator& op) {
  const std::string_view name = option.str("defname");
  const auto function = [&] {
    return option.has("arg") ? ctx.function_name(option_name(option)) : QualifiedName();
  };
  const auto flag = [&] { return !option.has("arg") || option_boolean(option); };
  if (name == "procedure" || name == "function") {
    op.function = function();
  } else if (name == "leftarg" || name == "rightarg") {
    if (!option.child("arg").is("TypeName")) return true;  // NONE
    TypeRef& type = name == "leftarg" ? op.left : op.right;
    type = without_modifiers(ctx.type(option.child("arg")).type);
    return !type.empty();
  } else if (name == "commutator") {
    op.commutator = option_name(option);
  } else if (name == "negator") {
    op.negator = option_name(option);
  } else if (name == "restrict") {
    op.restrict_ = function();
  } else if (name == "join") {
    op.join = function();
  } else if (name == "hashes") {
    op.hashes = flag();
  } else if (name == "merges") {
    op.merges = flag();
  } else {
    ctx.error(option.location(), "operators have no option \"" + std::string(name) + "\"");
    return false;
  }
  return true;
}

// Says which operators the partners are. One that names no partner of its own gets this one, as the
// catalog is read too.
void settle_partners(CatalogAssembly& assembly, const ObjectId& id, const SearchPath& path) {
  const Operator* before = assembly.catalog.find<Operator>(id);
  if (before == nullptr) return;
  const QualifiedName self{id.schema, id.name};
  const auto settle = [&](QualifiedName Operator::*partner, const std::string& arguments) {
    Operator* op = assembly.catalog.find<Operator>(id);
    op->*partner = find_operator(assembly, path, op->*partner, arguments, id.schema);
    const QualifiedName& name = op->*partner;
    Operator* other = assembly.catalog.find<Operator>(
        object_id(Kind::operator_, name.schema, name.name, arguments));
    if (other != nullptr && (other->*partner).empty()) other->*partner = self;
  };
  const std::string& left = before->left.sql;
  const std::string& right = before->right.sql;
  if (!left.empty()) settle(&Operator::commutator, operator_arguments(right, left));
  settle(&Operator::negator, operator_arguments(left, right));
}

void settle_later(StatementContext& ctx, const ObjectId& id) {
  ctx.at_the_end(
      [id, path = ctx.path](CatalogAssembly& assembly) { settle_partners(assembly, id, path); });
}

}  // namespace

void create_operator(StatementContext& ctx) {
  const QualifiedName name = ctx.new_name(ctx.statement.list("defnames"));
  Operator op;
  op.source = ctx.span();
  for (const Node option : ctx.statement.list("definition")) {
    if (!read_option(ctx, option, op)) return;
  }
  if (op.function.empty() || op.right.empty()) {
    ctx.error("operator " + name.sql() + " has no " +
                  (op.function.empty() ? "function" : "right argument"),
              "add FUNCTION = … and RIGHTARG = …");
    return;
  }
  op.id = object_id(Kind::operator_, name.schema, name.name,
                    operator_arguments(op.left.sql, op.right.sql));
  const ObjectId id = op.id;
  if (ctx.add(std::move(op))) settle_later(ctx, id);
}

void alter_operator(StatementContext& ctx) {
  const ObjectId id =
      find_target(ctx, "OBJECT_OPERATOR", ctx.statement.child("opername"), Absent::wait);
  if (!id.known()) return;
  Operator* op = ctx.catalog.find<Operator>(id);
  for (const Node option : ctx.statement.list("options")) {
    if (!read_option(ctx, option, *op)) return;
  }
  settle_later(ctx, id);
}

}  // namespace schemadiff
