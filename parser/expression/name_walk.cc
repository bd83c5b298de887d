#include "parser/expression/name_walk.h"

#include <algorithm>
#include <unordered_set>

#include "parser/lexer.h"

namespace schemadiff {
namespace {

class Walk {
 public:
  Walk(Environment& environment, const SearchPath& path)
      : env_(environment), path_(Environment::lookup_order(path)) {}

  void visit(simdjson::dom::element value, std::string_view key) {
    if (value.is_array()) {
      simdjson::dom::array array;
      if (value.get(array) != simdjson::SUCCESS) return;
      for (const simdjson::dom::element item : array) visit(item, "");
      return;
    }
    if (!value.is_object()) return;
    const Node node(value);
    // Nodes stand untagged where the grammar leaves no choice.
    if (node.is("RangeVar") || key == "relation" || node.has("relname")) {
      add_relation(Identifier(node.str("schemaname")), Identifier(node.str("relname")));
    }
    if (node.is("TypeName") || key == "typeName") {
      add(env_.info(env_.type_name(node, path_).id).object);
    }
    if (node.is("FuncCall") || key == "funccall") add_functions(name_of(node.list("funcname")));
    if (node.is("A_Expr")) add_operators(name_of(node.list("name")));
    if (node.is("A_Const") && node.has("sval")) add_sequence(node.child("sval").str("sval"));
    node.for_each_field(
        [&](std::string_view name, simdjson::dom::element field) { visit(field, name); });
  }

  void visit(std::string_view text) {
    Lexer lexer(text);
    std::vector<Identifier> name;  // as far as it is read: a, a.b
    bool goes_on = false;
    for (Token token = lexer.next();; token = lexer.next()) {
      const std::string_view written = text.substr(token.begin, token.end - token.begin);
      const bool is_name =
          token.kind == TokenKind::word || token.kind == TokenKind::quoted_identifier;
      if (written == "." && !name.empty()) {
        goes_on = true;
        continue;
      }
      if (!goes_on || !is_name) {
        add_names(name, written == "(");
        name.clear();
      }
      goes_on = false;
      if (is_name) name.emplace_back(identifier_value(written));
      if (token.kind == TokenKind::string && written.size() > 2) {
        add_sequence(written.substr(1, written.size() - 2));
      }
      if (token.kind == TokenKind::end || token.kind == TokenKind::unterminated) return;
    }
  }

  std::vector<ObjectId> take() { return std::move(out_); }

 private:
  void add(const ObjectId& id) {
    if (id.known() && seen_.insert(id).second) out_.push_back(id);
  }

  void add_relation(Identifier schema, Identifier name) {
    add(env_.find_relation(schema, name, path_));
    for (const ObjectId& used : env_.find_identity_sequence(schema, name, path_)) add(used);
  }

  // a.b is a table's column, or what a schema holds.
  void add_names(const std::vector<Identifier>& name, bool called) {
    if (name.empty()) return;
    add_name({}, name[0], called && name.size() == 1);
    if (name.size() > 1) add_name(name[0], name[1], called && name.size() == 2);
  }

  void add_name(Identifier schema, Identifier name, bool called) {
    add_relation(schema, name);
    add(env_.info(env_.find_type(schema, name, path_)).object);
    if (called) add_functions({schema, name});
  }

  static QualifiedName name_of(const NodeList& parts) {
    QualifiedName out;
    for (const Node part : parts) {
      out.schema = out.name;
      out.name = Identifier(part.str(part.has("sval") ? "sval" : "str"));
    }
    return out;
  }

  void add_functions(const QualifiedName& name) {
    for (const FunctionInfo* function : env_.functions(name.name)) {
      if (is_visible(name.schema, function->schema)) add(function->object);
    }
  }

  void add_operators(const QualifiedName& name) {
    for (const OperatorInfo& op : env_.operators(name.name)) {
      if (is_visible(name.schema, op.schema)) add(op.object);
    }
  }

  bool is_visible(Identifier stated, Identifier schema) const {
    return stated.empty() ? std::find(path_.begin(), path_.end(), schema) != path_.end()
                          : schema == stated;
  }

  // nextval('app.seq'): a literal that names a sequence.
  void add_sequence(std::string_view text) {
    if (text.empty() || text.size() > 130 || text.find(' ') != std::string_view::npos) return;
    const size_t dot = text.find('.');
    const Identifier schema = dot == std::string_view::npos ? Identifier() : text.substr(0, dot);
    const Identifier name = dot == std::string_view::npos ? text : text.substr(dot + 1);
    const ObjectId found = env_.find_relation(schema, name, path_);
    if (found.kind == Kind::sequence) add(found);
    for (const ObjectId& used : env_.find_identity_sequence(schema, name, path_)) add(used);
  }

  Environment& env_;
  Environment::Path path_;
  std::vector<ObjectId> out_;
  std::unordered_set<ObjectId> seen_;
};

}  // namespace

std::vector<ObjectId> names_used(const Node& node, Environment& environment,
                                 const SearchPath& path) {
  Walk walk(environment, path);
  node.for_each_field(
      [&](std::string_view key, simdjson::dom::element value) { walk.visit(value, key); });
  return walk.take();
}

std::vector<ObjectId> names_in(std::string_view text, Environment& environment,
                               const SearchPath& path) {
  Walk walk(environment, path);
  walk.visit(text);
  return walk.take();
}

}  // namespace schemadiff
