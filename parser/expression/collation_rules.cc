#include "parser/expression/collation_rules.h"

#include <algorithm>

namespace schemadiff {
namespace {

using Strength = Collated::Strength;

Collated unknown() {
  Collated out;
  out.known = false;
  return out;
}

bool is_default(const QualifiedName& collation) {
  static const QualifiedName kDefault{"pg_catalog", "default"};
  return collation == kDefault;
}

// Whether an argument of the node is of another clause, which has collations of its own.
bool is_clause(const Expr& arg) {
  return arg.tag == Tag::other &&
         (arg.head == "order" || arg.head == "filter" || arg.head == "over");
}

Collated of_arguments(const Expr& expr, Environment& environment) {
  Collated out;
  const auto add = [&](const Expr* arg) {
    if (arg != nullptr && !is_clause(*arg)) out = merged(out, collation_of(*arg, environment));
  };
  const std::vector<Expr*>& args = expr.args;
  if (expr.tag != Tag::other || args.empty()) {
    for (const Expr* arg : args) add(arg);
  } else if (expr.head == "case" || expr.head == "case of") {
    // Pairs of a condition and a result, and the result of ELSE.
    for (size_t i = expr.head == "case" ? 1 : 2; i < args.size(); i += 2) add(args[i]);
    add(args.back());
  } else if (expr.head == "subscript" || expr.head == "slice") {
    add(args[0]);
  } else {
    for (const Expr* arg : args) {
      // The aggregate's own order may decide, or not.
      if (arg != nullptr && arg->tag == Tag::other && arg->head == "within group") return unknown();
      add(arg);
    }
  }
  return out;
}

}  // namespace

Collated merged(const Collated& a, const Collated& b) {
  if (!a.known || !b.known) return unknown();
  if (a.strength != b.strength) return a.strength > b.strength ? a : b;
  if (a.collation == b.collation || a.strength == Strength::none) return a;
  if (a.strength == Strength::stated) return unknown();  // an error
  if (a.strength == Strength::conflict || is_default(b.collation)) return a;
  if (is_default(a.collation)) return b;
  return {Strength::conflict, {}};
}

Collated collation_of(const Expr& expr, Environment& environment) {
  if (expr.collated) return *expr.collated;
  if (expr.type.id == type_id::kNone && expr.tag != Tag::query) return unknown();
  const TypeInfo& type = environment.info(expr.type.id);
  const Collated usual = Collated::implicit(type.collation);
  switch (expr.tag) {
    case Tag::constant:
    case Tag::whole_row:
      return usual;
    case Tag::column:
      return expr.range->columns[static_cast<size_t>(expr.column)].collated.value_or(usual);
    case Tag::query:
      // A subquery is its first column.
      if (expr.query == nullptr || expr.query->output.empty()) return unknown();
      return expr.query->output[0].collated.value_or(unknown());
    default:
      break;
  }
  if (type.collation.empty()) return usual;
  // A domain with a collation of its own gives it to what is cast to it.
  const bool to_domain = expr.tag == Tag::other && expr.conversion && type.type == 'd';
  if (to_domain && !is_default(type.collation)) return usual;
  const Collated made = of_arguments(expr, environment);
  return made.known && made.strength == Strength::none ? usual : made;
}

}  // namespace schemadiff
