#include "parser/expression/typed_tree.h"

namespace schemadiff {
namespace {

void print_quoted(const std::string& text, std::string& out) {
  out += '\'';
  for (const char c : text) {
    if (c == '\'') out += '\'';
    out += c;
  }
  out += '\'';
}

void print_range(const RangeTable& range, int depth, std::string& out) {
  out += std::to_string(depth - range.owner->depth);
  out += '.';
  out += std::to_string(range.index);
}

// a AND (b AND c) is a AND b AND c: AND and OR are associative.
void print_flat(const Expr& expr, Tag tag, Environment& environment, int depth, std::string& out) {
  for (const Expr* arg : expr.args) {
    if (arg->tag == tag) {
      print_flat(*arg, tag, environment, depth, out);
    } else {
      out += ' ';
      print_canonical(*arg, environment, depth, out);
    }
  }
}

}  // namespace

void print_canonical(const Expr& expr, Environment& environment, int depth, std::string& out) {
  switch (expr.tag) {
    case Tag::constant:
      if (expr.is_null) {
        out += "null";
      } else {
        if (expr.raw) out += 'r';
        print_quoted(environment.label_called(expr.type.id, expr.value), out);
      }
      out += ':';
      out += environment.sql(expr.type);
      return;
    case Tag::column:
      out += "$";
      print_range(*expr.range, depth, out);
      out += '.';
      if (expr.range->relation.known()) {
        out += quote(environment.column_called(
            expr.range->relation, expr.range->columns[static_cast<size_t>(expr.column)].name));
      } else {
        out += '#';
        out += std::to_string(expr.column);
      }
      return;
    case Tag::whole_row:
      out += "$";
      print_range(*expr.range, depth, out);
      out += ".*";
      if (!expr.range->relation.known()) {
        // The names of its columns are part of the value: row_to_json() shows them.
        out += '(';
        for (const ColumnInfo& column : expr.range->columns) {
          out += quote(column.name);
          out += ',';
        }
        out += ')';
      }
      return;
    case Tag::conjunction:
    case Tag::disjunction:
      out += expr.tag == Tag::conjunction ? "(and" : "(or";
      print_flat(expr, expr.tag, environment, depth, out);
      out += ')';
      return;
    case Tag::relabel:
      out += "(as ";
      out += environment.sql(expr.type);
      break;
    case Tag::array:
      out += expr.multidimensional ? "(arrays " : "(array ";
      out += environment.info(expr.type.id).sql;
      break;
    case Tag::row:
      out += "(row";
      break;
    case Tag::query:
    case Tag::other:
      out += '(';
      out += expr.head;
      break;
  }
  const int inner = expr.query == nullptr ? depth : expr.query->depth;
  for (const Expr* arg : expr.args) {
    out += ' ';
    if (arg == nullptr) {
      out += '-';
    } else {
      print_canonical(*arg, environment, inner, out);
    }
  }
  out += ')';
}

}  // namespace schemadiff
