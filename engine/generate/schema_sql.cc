#include "engine/generate/schema_sql.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include "engine/model/ancestors.h"
#include "engine/model/default_names.h"
#include "engine/model/kind_traits.h"
#include "engine/model/rules.h"
#include "engine/objects/index/part.h"

namespace schemadiff {
namespace {

// What `id` is written together with: its table, type, view …; itself if it stands alone.
ObjectId root_of(const Catalog& catalog, ObjectId id) {
  // All together at the end: they hold for what is declared after them.
  if (id.kind == Kind::default_privilege) return object_id(id.kind, {}, "default_privileges");
  while (true) {
    const ObjectId owner = owner_of(catalog, id);
    if (!owner.known() || owner == id) return id;
    id = owner;
  }
}

const char* heading_of(Kind kind) { return traits_of(kind).heading; }

// A check that says nothing of the rows that are there, and is passed on to children.
bool is_unchecked(const Constraint& constraint) {
  return constraint.type == ConstraintType::check && !constraint.validated && constraint.enforced &&
         !constraint.no_inherit;
}

// The tables below those with such a check: made after it, they would have it valid.
std::map<ObjectId, std::vector<ObjectId>> below_unchecked(const Catalog& catalog) {
  std::map<ObjectId, std::vector<ObjectId>> out;
  for (const auto& [id, constraint] : catalog.objects<Constraint>()) {
    if (is_unchecked(constraint)) out[id.container(Kind::table)];
  }
  if (out.empty()) return out;
  for (const auto& [id, table] : catalog.objects<Table>()) {
    for (const ObjectId& above : ancestors_of(catalog, id)) {
      const auto found = out.find(above);
      if (found != out.end()) found->second.push_back(id);
    }
  }
  return out;
}

struct Statement {
  const Step* step = nullptr;
  ObjectId root;
  std::vector<size_t> followers;  // statements that need it
  size_t waits_for = 0;
};

// In an order that dependencies allow, changing subject as rarely as they let us.
class Schedule {
 public:
  Schedule(const Plan& plan, const Catalog& catalog) {
    std::map<ObjectId, size_t> producers;
    const std::map<ObjectId, std::vector<ObjectId>> below = below_unchecked(catalog);
    for (const StepGroup& group : plan.groups) {
      for (const Step& step : group.steps) {
        const size_t number = statements_.size();
        Statement& statement = statements_.emplace_back();
        statement.step = &step;
        statement.root = root_of(catalog, step.object);
        std::set<size_t> before(step.after.begin(), step.after.end());
        for (const auto* list : {&step.consumes, &step.weakly_consumes, &step.produces}) {
          for (const ObjectId& id : *list) {
            const auto producer = producers.find(id);
            if (producer != producers.end()) before.insert(producer->second);
          }
        }
        const Constraint* constraint = catalog.find<Constraint>(step.object);
        if (constraint != nullptr && is_unchecked(*constraint)) {
          for (const ObjectId& child : below.at(step.object.container(Kind::table))) {
            const auto producer = producers.find(child);
            if (producer != producers.end()) before.insert(producer->second);
          }
        }
        for (const ObjectId& id : step.produces) producers[id] = number;
        for (const size_t earlier : before) {
          if (earlier >= number) continue;
          statements_[earlier].followers.push_back(number);
          ++statements_[number].waits_for;
        }
      }
    }
  }

  std::vector<const Statement*> in_order() {
    for (size_t i = 0; i < statements_.size(); ++i) {
      if (statements_[i].waits_for == 0) make_ready(i);
    }
    std::vector<const Statement*> out;
    const Statement* last = nullptr;
    while (!ready_.empty()) {
      const size_t next = choose(last);
      last = &statements_[next];
      out.push_back(last);
      take(next);
      for (const size_t follower : last->followers) {
        if (--statements_[follower].waits_for == 0) make_ready(follower);
      }
    }
    return out;
  }

 private:
  size_t choose(const Statement* last) const {
    if (last != nullptr) {
      const auto same_root = ready_by_root_.find(last->root);
      if (same_root != ready_by_root_.end()) return *same_root->second.begin();
      const auto same_kind = ready_by_kind_.find(heading_of(last->root.kind));
      if (same_kind != ready_by_kind_.end()) return *same_kind->second.begin();
    }
    return *ready_.begin();
  }
  void make_ready(size_t i) {
    ready_.insert(i);
    ready_by_root_[statements_[i].root].insert(i);
    ready_by_kind_[heading_of(statements_[i].root.kind)].insert(i);
  }
  void take(size_t i) {
    ready_.erase(i);
    const auto erase = [i](auto& sets, const auto& key) {
      const auto found = sets.find(key);
      found->second.erase(i);
      if (found->second.empty()) sets.erase(found);
    };
    erase(ready_by_root_, statements_[i].root);
    erase(ready_by_kind_, std::string(heading_of(statements_[i].root.kind)));
  }

  std::vector<Statement> statements_;
  std::set<size_t> ready_;
  std::map<ObjectId, std::set<size_t>> ready_by_root_;
  std::map<std::string, std::set<size_t>> ready_by_kind_;
};

// The last line may end in a comment, which would swallow the semicolon.
std::string terminated(const std::string& sql) {
  const size_t last = sql.rfind('\n');
  const size_t begin = last == std::string::npos ? 0 : last + 1;
  return sql + (sql.find("--", begin) == std::string::npos ? ";\n" : "\n;\n");
}

// Short statements of one kind about one object stand together, all else apart.
class Writer {
 public:
  void write(const Statement& statement) {
    const Step& step = *statement.step;
    const std::string& sql = step.sql_for_output();
    const bool short_one = sql.find('\n') == std::string::npos;
    const bool together = last_ != nullptr && short_one && last_short_ &&
                          last_->root == statement.root &&
                          last_->step->object.kind == statement.step->object.kind;
    if (!text_.empty() && !together) text_ += '\n';
    text_ += terminated(sql);
    last_ = &statement;
    last_short_ = short_one;
  }
  void heading(const std::string& text) {
    text_ += (text_.empty() ? "" : "\n") + std::string("-- ") + text + "\n";
    last_ = nullptr;
  }
  std::string take() { return std::exchange(text_, {}); }

 private:
  std::string text_;
  const Statement* last_ = nullptr;
  bool last_short_ = false;
};

// Bodies of LANGUAGE sql are checked by CREATE FUNCTION, against what is there already.
bool has_sql_functions(const Catalog& catalog) {
  for (const auto& [id, function] : catalog.objects<Function>()) {
    if (function.language == Identifier("sql") && !function.sql_body) return true;
  }
  return false;
}

// ---- serial: a column with its own sequence, where it gives exactly the same objects
const char* serial_word(const std::string& type) {
  if (type == "integer") return "serial";
  if (type == "bigint") return "bigserial";
  if (type == "smallint") return "smallserial";
  return nullptr;
}

int64_t largest(const std::string& type) {
  if (type == "integer") return INT32_MAX;
  if (type == "smallint") return INT16_MAX;
  return INT64_MAX;
}

std::map<ObjectId, size_t> count_uses_of_sequences(Catalog& catalog) {
  std::map<ObjectId, size_t> uses;
  for_each_kind([&]<class T>() {
    for (auto& [id, object] : catalog.objects<T>()) {
      Rules<T>::expressions(object, [&](SqlExpression& expression, const ExpressionScope&) {
        for (const ObjectId& used : expression.references) {
          if (used.kind == Kind::sequence) ++uses[used];
        }
      });
    }
  });
  return uses;
}

bool is_plain_serial(const Catalog& catalog, const Sequence& sequence, const Column& column,
                     const ColumnDefault& value, const std::set<ObjectId>& with_privileges) {
  const std::string& type = column.type.sql;
  const SequenceOptions wanted{1, 1, 1, largest(type), 1, false};
  const std::string name = column.id.name.str() + "_" + column.id.sub.str() + "_seq";
  return serial_word(type) != nullptr && sequence.data_type.sql == type &&
         sequence.options == wanted && sequence.persistence == Persistence::permanent &&
         column.not_null && !column.identity && !column.generated && !column.inherited &&
         name.size() <= kMaxIdentifierBytes && sequence.id.name.str() == name &&
         sequence.id.schema == column.id.schema && !catalog.contains(sequence.id.commented()) &&
         !with_privileges.contains(sequence.id) &&
         value.expression.text ==
             "nextval(" + quote_literal(qualified_name(sequence.id)) + "::regclass)";
}

// "(a > 0)" -> "a > 0", if the outer pair of parentheses holds all of it. The statements around
// bring their own. Text with quotes is left alone: a parenthesis may stand in them.
void strip_parentheses(SqlExpression& expression) {
  std::string& text = expression.text;
  while (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    int depth = 0;
    bool quoted = false;
    for (size_t i = 0; i + 1 < text.size(); ++i) {
      if (text[i] == '$' || text[i] == '"' || text[i] == '\\') return;
      if (text[i] == '\'') quoted = !quoted;
      if (quoted) continue;
      if (text[i] == '(') ++depth;
      if (text[i] == ')' && --depth == 0) return;
    }
    if (quoted || depth != 1) return;
    text = text.substr(1, text.size() - 2);
  }
}

// The name that an identity column's sequence gets by itself need not be said.
void forget_default_name(Column& column) {
  if (!column.identity) return;
  const QualifiedName usual{column.id.schema,
                            make_object_name(column.id.name.str(), column.id.sub.str(), "seq")};
  if (column.identity->sequence == usual) column.identity->sequence = {};
}

void spell_serials(Catalog& catalog) {
  const std::map<ObjectId, size_t> uses = count_uses_of_sequences(catalog);
  std::set<ObjectId> with_privileges;
  for (const auto& [id, privilege] : catalog.objects<Privilege>()) {
    with_privileges.insert(id.target());
  }
  for (const Sequence* sequence : catalog.sorted<Sequence>()) {
    if (!sequence->owned_by) continue;
    Column* column = catalog.find<Column>(*sequence->owned_by);
    if (column == nullptr) continue;
    const ObjectId default_id = column->id.with_sub(Kind::column_default, column->id.sub);
    const ColumnDefault* value = catalog.find<ColumnDefault>(default_id);
    const auto used = uses.find(sequence->id);
    if (value == nullptr || used == uses.end() || used->second != 1) continue;
    if (!is_plain_serial(catalog, *sequence, *column, *value, with_privileges)) continue;
    column->type.sql = serial_word(column->type.sql);
    column->not_null = false;  // serial says so
    catalog.erase(default_id);
    catalog.erase(sequence->id.owned());
    catalog.erase(ObjectId(sequence->id));
  }
}

}  // namespace

void simplify(Catalog& catalog) {
  // PostgreSQL makes the indexes of partitions from their parent's, and names them.
  std::erase_if(catalog.objects<Constraint>(), [&](const auto& entry) {
    const Constraint& constraint = entry.second;
    return constraint.attached_to && constraint.foreign_key &&
           !catalog.contains(entry.first.commented());
  });
  forget_plain_parts(catalog, [&](const ObjectId& id) {
    const Index* index = catalog.find<Index>(id);
    return index != nullptr ? has_usual_name(*index)
                            : has_usual_name(*catalog.find<Constraint>(id));
  });
  for (auto& [id, constraint] : catalog.objects<Constraint>()) strip_parentheses(constraint.check);
  for (auto& [id, constraint] : catalog.objects<DomainConstraint>()) {
    strip_parentheses(constraint.check);
  }
  for (auto& [id, trigger] : catalog.objects<Trigger>()) strip_parentheses(trigger.when);
  for (auto& [id, policy] : catalog.objects<Policy>()) {
    if (policy.using_) strip_parentheses(*policy.using_);
    if (policy.with_check) strip_parentheses(*policy.with_check);
  }
  for (auto& [id, column] : catalog.objects<Column>()) forget_default_name(column);
  spell_serials(catalog);
}

std::string schema_sql(const Plan& plan, const Catalog& catalog, const std::string& heading) {
  Writer writer;
  writer.heading(heading);
  std::string text = writer.take();
  if (has_sql_functions(catalog)) text += "\nSET check_function_bodies = off;\n";
  Schedule schedule(plan, catalog);
  std::string topic;
  for (const Statement* statement : schedule.in_order()) {
    const std::string now = heading_of(statement->root.kind);
    if (now != topic) {
      text += topic.empty() ? "" : writer.take();
      text += "\n";
      writer.heading(now);
      topic = now;
    }
    writer.write(*statement);
  }
  return text + writer.take();
}

std::vector<SchemaFile> split_schema_sql(const Plan& plan, const Catalog& catalog) {
  std::map<ObjectId, Writer> writers;
  Schedule schedule(plan, catalog);
  for (const Statement* statement : schedule.in_order()) {
    ObjectId key = statement->root;
    if (key.kind == Kind::function) key.sub = {};  // overloads share a file
    writers[key].write(*statement);
  }
  std::vector<SchemaFile> files;
  std::set<std::string> taken;  // in lower case: some file systems fold it
  for (auto& [id, writer] : writers) {
    if (id.kind == Kind::default_privilege) {
      // Behind all others in the order in which a folder is read.
      files.push_back({"zz_" + id.name.str() + ".sql", writer.take()});
      continue;
    }
    std::string folder = heading_of(id.kind);
    std::transform(folder.begin(), folder.end(), folder.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::string name = id.schema.empty() ? id.name.str() : id.schema.str() + "." + id.name.str();
    for (char& c : name) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x80 && std::isalnum(byte) == 0 && c != '_' && c != '-' && c != '.') c = '_';
    }
    if (name.starts_with(".")) name[0] = '_';
    std::string path;
    for (int copy = 1;; ++copy) {
      path = folder + "/" + name + (copy == 1 ? "" : "-" + std::to_string(copy)) + ".sql";
      std::string folded = path;
      std::transform(folded.begin(), folded.end(), folded.begin(),
                     [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      if (taken.insert(folded).second) break;
    }
    files.push_back({path, writer.take()});
  }
  return files;
}

}  // namespace schemadiff
