#include "parser/expression/name_walk.h"

#include <algorithm>
#include <unordered_set>

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
      add(env_.find_relation(Identifier(node.str("schemaname")), Identifier(node.str("relname")),
                             path_));
    }
    if (node.is("TypeName") || key == "typeName") {
      add(env_.info(env_.type_name(node, path_).id).object);
    }
    if (node.is("FuncCall") || key == "funccall") add_functions(node.list("funcname"));
    if (node.is("A_Const") && node.has("sval")) add_sequence(node.child("sval").str("sval"));
    node.for_each_field(
        [&](std::string_view name, simdjson::dom::element field) { visit(field, name); });
  }

  std::vector<ObjectId> take() { return std::move(out_); }

 private:
  void add(const ObjectId& id) {
    if (id.known() && seen_.insert(id).second) out_.push_back(id);
  }

  void add_functions(const NodeList& parts) {
    Identifier schema;
    Identifier name;
    for (const Node part : parts) {
      schema = name;
      name = Identifier(part.str(part.has("sval") ? "sval" : "str"));
    }
    for (const FunctionInfo* function : env_.functions(name)) {
      const bool visible =
          schema.empty() ? std::find(path_.begin(), path_.end(), function->schema) != path_.end()
                         : function->schema == schema;
      if (visible) add(function->object);
    }
  }

  // nextval('app.seq'): a literal that names a sequence.
  void add_sequence(std::string_view text) {
    if (text.empty() || text.size() > 130 || text.find(' ') != std::string_view::npos) return;
    const size_t dot = text.find('.');
    const Identifier schema = dot == std::string_view::npos ? Identifier() : text.substr(0, dot);
    const Identifier name = dot == std::string_view::npos ? text : text.substr(dot + 1);
    const ObjectId found = env_.find_relation(schema, name, path_);
    if (found.kind == Kind::sequence) add(found);
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

}  // namespace schemadiff
