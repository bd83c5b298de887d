// relations.ts: one() and many() for each foreign key, as drizzle-kit names them.
#include <fmt/format.h>

#include <algorithm>

#include "engine/generate/drizzle/model.h"
#include "engine/generate/drizzle/text.h"

namespace schemadiff::drizzle {
namespace {

struct Entry {
  bool one = false;
  std::string name;
  std::string target;         // constant of the other table
  std::string suffix;         // tells it from others of the same name
  std::string relation_name;  // where there are several between two tables
  std::string body;           // fields and references
};

std::string keys_of(const ModelRelation& table, const std::vector<Identifier>& names) {
  std::string out;
  for (const Identifier name : names) {
    const ModelColumn* column = table.find(name);
    out += (out.empty() ? "" : "_") + (column == nullptr ? name.str() : column->key);
  }
  return out;
}

std::string members_of(const std::string& constant, const ModelRelation& table,
                       const std::vector<Identifier>& names) {
  std::string out;
  for (const Identifier name : names) {
    const ModelColumn* column = table.find(name);
    out +=
        (out.empty() ? "" : ", ") + constant + member(column == nullptr ? name.str() : column->key);
  }
  return out;
}

class Relations {
 public:
  explicit Relations(const Model& model) : model_(model) {
    for (const ModelRelation& table : model.tables) {
      for (const Constraint* key : table.foreign_keys) {
        const ModelRelation* to = model.find_table(key->foreign_key->referenced_table);
        if (to == nullptr) continue;
        ++pairs_[std::minmax(table.id, to->id)];
      }
    }
    for (const ModelRelation& table : model.tables) {
      for (const Constraint* key : table.foreign_keys) add(table, *key);
    }
  }

  std::string text(const DrizzleOptions& options) {
    if (entries_.empty()) return "export {};\n";
    std::set<std::string> imported;
    NameScope scope = module_scope();
    std::string body;
    for (const ModelRelation& table : model_.tables) {
      const auto found = entries_.find(table.id);
      if (found == entries_.end()) continue;
      imported.insert(table.constant);
    }
    for (const std::string& name : imported) scope.reserve(name);
    for (const ModelRelation& table : model_.tables) {
      const auto found = entries_.find(table.id);
      if (found != entries_.end()) body += "\n" + block(table, found->second, scope);
    }
    std::string out = "import { relations } from \"drizzle-orm/relations\";\nimport {\n";
    for (const std::string& name : imported) out += "\t" + name + ",\n";
    return out + "} from " + js_string("./schema" + options.import_extension) + ";\n" + body;
  }

 private:
  void add(const ModelRelation& table, const Constraint& key) {
    const ForeignKey& foreign = *key.foreign_key;
    const ModelRelation* to = model_.find_table(foreign.referenced_table);
    if (to == nullptr) return;
    const std::string from_keys = keys_of(table, key.columns);
    Entry one;
    one.one = true;
    one.name = singular(to->constant);
    one.target = to->constant;
    one.suffix = from_keys;
    if (to == &table || pairs_[std::minmax(table.id, to->id)] > 1) {
      one.relation_name = fmt::format("{}_{}_{}_{}", table.constant, from_keys, to->constant,
                                      keys_of(*to, foreign.referenced_columns));
    }
    one.body = fmt::format("\t\tfields: [{}],\n\t\treferences: [{}]",
                           members_of(table.constant, table, key.columns),
                           members_of(to->constant, *to, foreign.referenced_columns));
    Entry many;
    many.name = plural(table.constant);
    many.target = table.constant;
    many.suffix = from_keys;
    many.relation_name = one.relation_name;
    entries_[table.id].push_back(std::move(one));
    entries_[to->id].push_back(std::move(many));
  }

  static void tell_apart(std::vector<Entry>& entries) {
    std::map<std::string, int> uses;
    for (const Entry& entry : entries) ++uses[entry.name];
    NameScope scope;
    for (Entry& entry : entries) {
      if (uses[entry.name] > 1) entry.name += "_" + entry.suffix;
      entry.name = scope.claim(entry.name);
    }
  }

  static std::string block(const ModelRelation& table, std::vector<Entry> entries,
                           NameScope& scope) {
    // Keys that lead away first, then those that lead here.
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.one && !b.one; });
    tell_apart(entries);
    const bool any_one = entries.front().one;
    const bool any_many = !entries.back().one;
    std::string out =
        fmt::format("export const {} = relations({}, ({{{}{}{}}}) => ({{\n",
                    scope.claim(table.constant + "Relations"), table.constant, any_one ? "one" : "",
                    any_one && any_many ? ", " : "", any_many ? "many" : "");
    for (const Entry& entry : entries) {
      std::string body = entry.body;
      if (!entry.relation_name.empty()) {
        body += (body.empty() ? "" : ",\n") +
                fmt::format("\t\trelationName: {}", js_string(entry.relation_name));
      }
      out += fmt::format("\t{}: {}({}", entry.name, entry.one ? "one" : "many", entry.target);
      out += body.empty() ? "),\n" : fmt::format(", {{\n{}\n\t}}),\n", body);
    }
    return out + "}));\n";
  }

  const Model& model_;
  std::map<std::pair<ObjectId, ObjectId>, int> pairs_;
  std::map<ObjectId, std::vector<Entry>> entries_;
};

}  // namespace

std::string write_relations(const Model& model, const DrizzleOptions& options) {
  return Relations(model).text(options);
}

}  // namespace schemadiff::drizzle
