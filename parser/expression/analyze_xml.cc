// SQL/XML.
#include "parser/expression/analyzer.h"

namespace schemadiff {

using namespace type_id;

Expr* Analyzer::xml_expr(const Node& node) {
  const std::string_view op = node.str("op");
  const auto as = [&](Expr* value, TypeId type) {
    return coerce(value, {type, ""}, CoercionContext::assignment);
  };
  std::string head = "xml " + std::string(op);
  if (node.has("name")) head += " " + quote(Identifier(node.str("name")));
  if (op == "IS_XMLPARSE") head += " " + node.string("xmloption");
  Exprs args;
  for (const Node named : node.list("named_args")) {
    const Node value = named.child("val");
    Identifier name(named.str("name"));
    if (!named.has("name")) {
      // Only columns name themselves.
      Figure strength = Figure::none;
      if (!value.is("ColumnRef")) return fail();
      name = figure_name(value, strength);
    }
    head += " as " + quote(name);
    args.push_back(expr(value));
  }
  size_t number = 0;
  for (const Node item : node.list("args")) {
    Expr* value = expr(item);
    if (op == "IS_XMLCONCAT" || op == "IS_DOCUMENT" || (op == "IS_XMLROOT" && number == 0)) {
      value = as(value, kXml);
    } else if (op == "IS_XMLPI" || (op == "IS_XMLPARSE" && number == 0) ||
               (op == "IS_XMLROOT" && number == 1)) {
      value = as(value, kText);
    } else if (op == "IS_XMLPARSE") {
      value = as(value, kBool);
    } else if (op == "IS_XMLROOT") {
      value = as(value, kInt4);
    } else if (op != "IS_XMLELEMENT") {
      return fail();
    }
    args.push_back(value);
    ++number;
  }
  const TypeId type = op == "IS_DOCUMENT" ? kBool : kXml;
  return tree_.other(std::move(head), std::move(args), {type, ""});
}

Expr* Analyzer::xml_serialize(const Node& node) {
  const ModifiedType target = env_.type_name(node.child("typeName"), path_);
  Expr* value = coerce(expr(node.child("expr")), {kXml, ""}, CoercionContext::assignment);
  if (target.id == kNone || env_.info(target.id).type == 'd') return fail();
  std::string head = "xmlserialize " + node.string("xmloption");
  if (node.boolean("indent")) head += " indent";
  return tree_.other(head + " " + env_.sql(target), {value}, target);
}

}  // namespace schemadiff
