#include "engine/introspect/probe.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <set>

#include "engine/base/text.h"
#include "engine/diff/differ.h"
#include "engine/execute/rolled_back.h"
#include "engine/introspect/extension_preview.h"
#include "engine/model/ancestors.h"
#include "engine/model/rules.h"

namespace schemadiff {
namespace {

// A stored text loaded again may be printed differently once (IN lists over varchar), then is
// stable.
constexpr int kRounds = 3;

struct ExpressionQuestion {
  ObjectId id;
  SqlExpression* live;
  SqlExpression* desired;
  ExpressionScope live_scope;
  ExpressionScope desired_scope;
};

// How one kind of expression is stored and read back.
struct Form {
  // text -> statements that create the probe object; the last may be the only one.
  std::function<std::vector<std::string>(const std::string&)> create;
  std::string read;  // a query for the stored text
};

std::string strip_semicolon(std::string text) {
  while (!text.empty() && (text.back() == ';' || text.back() == '\n' || text.back() == ' ')) {
    text.pop_back();
  }
  return text;
}

// Where the token that begins at or behind `at` ends, and in `at` where it begins: a name, quoted
// or not, or one other character. Blanks and comments are none.
size_t next_token(std::string_view text, size_t& at) {
  while (at < text.size()) {
    if (is_space(text[at])) {
      ++at;
    } else if (text.substr(at).starts_with("--")) {
      at = std::min(text.find('\n', at), text.size());
    } else if (text.substr(at).starts_with("/*")) {
      for (int depth = 0; at < text.size();) {
        const bool opens = text.substr(at).starts_with("/*");
        const bool closes = text.substr(at).starts_with("*/");
        depth += opens ? 1 : closes ? -1 : 0;
        at += opens || closes ? 2 : 1;
        if (depth == 0) break;
      }
    } else {
      break;
    }
  }
  if (at >= text.size()) return at;
  const auto is_word = [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '$' || c >= 0x80;
  };
  size_t end = at + 1;
  if (text[at] == '"') {
    while (end < text.size() && (text[end] != '"' || text.substr(end).starts_with("\"\""))) {
      end += text[end] == '"' ? 2 : 1;
    }
    return std::min(end + 1, text.size());
  }
  if (!is_word(static_cast<unsigned char>(text[at]))) return end;
  while (end < text.size() && is_word(static_cast<unsigned char>(text[end]))) ++end;
  return end;
}

// CREATE RULE … AS ON … TO `target`: TO is reserved, so that the first such word is this one.
std::string retargeted_rule(const std::string& text, const std::string& target) {
  size_t at = 0;
  size_t end = next_token(text, at);
  while (at < text.size() && lowered(text.substr(at, end - at)) != "to") {
    at = end;
    end = next_token(text, at);
  }
  const size_t begin = end;
  at = end;
  end = next_token(text, at);
  for (size_t dot = end; next_token(text, dot) == dot + 1 && text[dot] == '.';) {
    at = dot + 1;
    end = next_token(text, at);
    dot = end;
  }
  return text.substr(0, begin) + " " + target + text.substr(end);
}

bool says_impossible(const Error& error) {
  // No privilege, lock not had, interrupted, read only, out of resources: nothing about the text.
  return error.sqlstate == "42501" || error.sqlstate == "55P03" || error.sqlstate == "57014" ||
         error.sqlstate == "25006" || error.sqlstate.starts_with("53");
}

class Prober {
 public:
  Prober(StatementRunner& server, const ProbeInput& input) : server_(server), input_(input) {}

  Result<ProbeReport> run() {
    collect();
    if (questions_.empty()) {
      renew_changes();
      return std::move(report_);
    }
    report_.questions = questions_.size();
    if (!input_.impossible.empty()) {
      for (ExpressionQuestion& question : questions_) undecided(question, input_.impossible);
    } else {
      RolledBack transaction(server_);
      if (auto begun = transaction.begin(); !begun) return fail(begun.error());
      if (auto moved = move_extensions(); !moved) return fail(moved.error());
      for (ExpressionQuestion& question : questions_) {
        if (auto asked = ask(question); !asked) return fail(asked.error());
      }
      if (auto ended = transaction.end(); !ended) return fail(ended.error());
    }
    renew_changes();
    return std::move(report_);
  }

 private:
  // --- what to ask -----------------------------------------------------------------------
  void collect() {
    for (const Change& change : *input_.changes) {
      if (change.verb != Verb::alter) continue;
      with_kind(change.id.kind, [&]<class T>() { collect_object<T>(change.id); });
    }
  }

  template <class T>
  void collect_object(const ObjectId& id) {
    std::vector<std::pair<SqlExpression*, ExpressionScope>> live;
    std::vector<std::pair<SqlExpression*, ExpressionScope>> desired;
    const auto into = [](auto& list) {
      return [&list](SqlExpression& expression, const ExpressionScope& scope) {
        if (scope.role != ExpressionRole::string_body) list.emplace_back(&expression, scope);
      };
    };
    Rules<T>::expressions(*input_.live->find<T>(id), into(live));
    Rules<T>::expressions(*input_.target->find<T>(id), into(desired));
    if (live.size() != desired.size()) return;
    for (size_t i = 0; i < live.size(); ++i) {
      if (*live[i].first == *desired[i].first) continue;
      if (live[i].second.role != desired[i].second.role) continue;
      if (reads_changing_columns(*desired[i].first)) continue;
      if (uses_what_is_new(*desired[i].first) || uses_what_is_new(*live[i].first)) continue;
      if (uses_changing_casts(*live[i].first) || uses_changing_casts(*desired[i].first)) continue;
      if (uses_new_names(id, *desired[i].first, desired[i].second) ||
          uses_new_names(id, *live[i].first, live[i].second)) {
        // Where this build understood both texts, its word stands: they differ.
        if (live[i].first->canonical.empty() || desired[i].first->canonical.empty()) {
          ExpressionQuestion question{id, live[i].first, desired[i].first, {}, {}};
          undecided(question, "it uses what is renamed: plan again when that is done");
        }
        continue;
      }
      questions_.push_back(
          {id, live[i].first, desired[i].first, live[i].second, desired[i].second});
    }
  }

  // The question would be asked in names that the server does not know yet, or no more.
  bool uses_new_names(const ObjectId& id, const SqlExpression& expression,
                      const ExpressionScope& scope) const {
    if (input_.renames == nullptr || input_.renames->empty()) return false;
    if (id.kind == Kind::column_default) {  // of a type, not of a table
      const TypeRef type = column_type(id);
      if (type.object.known() && input_.renames->touches(type.object)) return true;
    } else if (scope.relation.known() && input_.renames->touches(scope.relation)) {
      return true;
    }
    if (id.kind == Kind::function && input_.renames->touches(id)) return true;
    const auto& used = expression.references;
    return std::any_of(used.begin(), used.end(),
                       [&](const ObjectId& each) { return input_.renames->touches(each); });
  }

  // SELECT * over a relation whose columns change means something else after the plan.
  bool reads_changing_columns(const SqlExpression& expression) {
    if (expression.text.find('*') == std::string::npos) return false;
    if (changing_.empty()) {
      for (const Change& change : *input_.changes) {
        if (change.id.kind == Kind::column && change.verb != Verb::alter) {
          changing_.insert(change.id.container(Kind::table));
        }
        if (change.id.kind == Kind::view || change.id.kind == Kind::materialized_view ||
            change.id.kind == Kind::composite_type) {
          changing_.insert(change.id.container(Kind::table));
        }
      }
    }
    return std::any_of(
        expression.references.begin(), expression.references.end(),
        [&](const ObjectId& id) { return changing_.contains(id.container(Kind::table)); });
  }

  // By the names that will be there it means something that the server does not know yet, and would
  // read as another: an overload, a column of an inner query, a table of an earlier schema. It
  // differs from all that is stored; and what a parent's change leaves in a child can be such, too.
  bool uses_what_is_new(const SqlExpression& expression) const {
    return std::any_of(expression.references.begin(), expression.references.end(),
                       [&](const ObjectId& id) { return is_new(id); });
  }

  // What is stored calls the old function, though its text is that of the new one.
  bool uses_changing_casts(const SqlExpression& expression) {
    if (!casts_) {
      casts_.emplace();
      for (const Change& change : *input_.changes) {
        if (change.id.kind != Kind::cast) continue;
        if (change.verb == Verb::drop || does_something_else(change.fields)) {
          casts_->insert(change.id);
        }
      }
    }
    return std::any_of(expression.references.begin(), expression.references.end(),
                       [&](const ObjectId& id) { return casts_->contains(id); });
  }

  bool is_new(const ObjectId& id) const {
    if (id.kind != Kind::column) return input_.target->contains(id) && !input_.live->contains(id);
    const View* before = input_.live->find<View>(id.container(Kind::view));
    if (before == nullptr) return find_column(*input_.target, id) && !find_column(*input_.live, id);
    return std::none_of(before->output.begin(), before->output.end(),
                        [&](const auto& column) { return column.first == id.sub; });
  }

  // --- asking ----------------------------------------------------------------------------
  // Both sides call what an extension holds by the schema that it is to move to.
  Result<void> move_extensions() {
    for (const Change& change : *input_.changes) {
      if (change.id.kind != Kind::extension || !change.fields.has("schema")) continue;
      if (auto saved = server_.run("SAVEPOINT schemadiff_extension"); !saved) return saved;
      auto moved = relocate(server_, *input_.target->find<Extension>(change.id));
      if (!moved) return fail(moved.error());
      if (*moved) continue;
      auto back = server_.run("ROLLBACK TO SAVEPOINT schemadiff_extension");
      if (!back) return back;
    }
    return {};
  }

  Result<void> ask(ExpressionQuestion& question) {
    const Form live_form = form(question, question.live_scope);
    const Form desired_form = form(question, question.desired_scope);
    if (live_form.read.empty() || desired_form.read.empty()) {
      // Where this build understood both texts, its word stands: they differ.
      if (question.live->canonical.empty() || question.desired->canonical.empty()) {
        undecided(question, "this build has no way to ask the server about it");
      }
      return {};
    }
    std::vector<std::string> live_texts = {question.live->text};
    std::vector<std::string> desired_texts;
    for (int round = 0; round < kRounds; ++round) {
      const bool first = round == 0;
      auto desired = read_back(desired_form, first ? question.desired->text : desired_texts.back(),
                               first ? question.desired->path : SearchPath{});
      if (!desired) return stop(question, desired.error(), first);
      desired_texts.push_back(std::move(*desired));
      if (meet(live_texts, desired_texts)) return settle_equal(question);
      auto live =
          read_back(live_form, live_texts.back(), first ? question.live->path : SearchPath{});
      if (!live) return stop(question, live.error(), is_retyped(question.id));
      live_texts.push_back(std::move(*live));
      if (meet(live_texts, desired_texts)) return settle_equal(question);
    }
    return {};  // they differ
  }

  static bool meet(const std::vector<std::string>& live, const std::vector<std::string>& desired) {
    return std::any_of(live.begin(), live.end(), [&](const std::string& text) {
      return std::find(desired.begin(), desired.end(), text) != desired.end();
    });
  }

  // A default of a column whose type changes, a check of such a domain: where the old one is none
  // for the new type, they differ.
  bool is_retyped(const ObjectId& id) const {
    if (id.kind == Kind::domain_constraint || id.kind == Kind::domain) {
      const Domain* live = input_.live->find<Domain>(id.container(Kind::domain));
      const Domain* target = input_.target->find<Domain>(id.container(Kind::domain));
      return live != nullptr && target != nullptr && !(live->base == target->base);
    }
    if (id.kind != Kind::column_default) return false;
    const ObjectId column = id.with_sub(Kind::column, id.sub);
    const Column* live = find_column(*input_.live, column);
    const Column* target = find_column(*input_.target, column);
    return live != nullptr && target != nullptr && !(live->type == target->type);
  }

  Result<void> stop(ExpressionQuestion& question, const Error& error, bool is_expected) {
    if (error.code == ErrorCode::connection || error.code == ErrorCode::interrupted) {
      return fail(error);
    }
    // The desired text uses what is not there yet (a new column, another type): it differs.
    if (is_expected && !says_impossible(error)) return {};
    undecided(question, "the server can't say: " + error.sentence);
    return {};
  }

  Result<std::string> read_back(const Form& form, const std::string& text, const SearchPath& path) {
    if (auto saved = server_.run("SAVEPOINT schemadiff_question"); !saved)
      return fail(saved.error());
    auto answer = create_and_read(form, text, path);
    for (const char* sql :
         {"ROLLBACK TO SAVEPOINT schemadiff_question", "RELEASE SAVEPOINT schemadiff_question"}) {
      if (auto ended = server_.run(sql); !ended) return fail(ended.error());
    }
    return answer;
  }

  Result<std::string> create_and_read(const Form& form, const std::string& text,
                                      const SearchPath& path) {
    // pg_temp last: a stand-in must never hide what the text means.
    const std::string schemas =
        path.sql.empty() ? "pg_catalog, pg_temp" : path.sql.str() + ", pg_temp";
    if (auto set = server_.run("SET LOCAL search_path = " + schemas); !set)
      return fail(set.error());
    for (const std::string& sql : form.create(text)) {
      if (auto made = server_.run(sql); !made) return fail(made.error());
    }
    if (auto set = server_.run("SET LOCAL search_path = pg_catalog"); !set)
      return fail(set.error());
    auto stored = server_.value(form.read);
    if (!stored) return fail(stored.error());
    if (!*stored) return fail(ErrorCode::statement, "the probe read nothing back");
    return strip_semicolon(**stored);
  }

  // --- how each expression is stored --------------------------------------------------------
  Form form(const ExpressionQuestion& question, const ExpressionScope& scope) const {
    switch (scope.role) {
      case ExpressionRole::scalar:
        if (question.id.kind == Kind::column) return generated_form(question, scope);
        if (scope.relation.known() && question.id.kind != Kind::column_default) {
          return relation_form(scope.relation);
        }
        return default_form(question.id.kind == Kind::column_default ? column_type(question.id)
                                                                     : scope.target);
      case ExpressionRole::query:
        return query_form(question.id, scope);
      case ExpressionRole::trigger_when:
        return trigger_form(scope.relation);
      case ExpressionRole::domain_check:
        return domain_form(scope.relation);
      case ExpressionRole::partition_bound:
        return bound_form(question.id);
      case ExpressionRole::function_body:
        return body_form(question.id);
      case ExpressionRole::rule:
        return rule_form(scope.relation);
      case ExpressionRole::string_body:
        break;
    }
    return {};
  }

  static std::string view_read() {
    return "SELECT pg_get_viewdef('pg_temp.schemadiff_probe'::regclass)";
  }

  // The read-back of a SELECT is the whole SELECT: from the second round on the text is one.
  static std::string wrapped(const std::string& text, const std::string& from) {
    return text.starts_with(" SELECT") ? text : "SELECT (" + text + ") AS probe " + from;
  }

  static Form select_form(const std::string& from) {
    return {[from](const std::string& text) {
              return std::vector<std::string>{"CREATE VIEW pg_temp.schemadiff_probe AS " +
                                              wrapped(text, from)};
            },
            view_read()};
  }

  static Form relation_form(const ObjectId& relation) {
    return select_form("FROM " + qualified_name(relation));
  }

  static Form trigger_form(const ObjectId& relation) {
    const std::string name = qualified_name(relation);
    return select_form("FROM " + name + " AS old, " + name + " AS new");
  }

  Form domain_form(const ObjectId& id) const {
    const Domain* domain = input_.target->find<Domain>(id);
    if (domain == nullptr) return {};
    return select_form("FROM (SELECT NULL::" + domain->base.sql + " AS value) AS base");
  }

  Form query_form(const ObjectId& id, const ExpressionScope& scope) const {
    std::string head = "CREATE VIEW pg_temp.schemadiff_probe";
    std::string columns;
    for (const Identifier name : scope.names) {
      columns += (columns.empty() ? " (" : ", ") + quote(name);
    }
    if (!columns.empty()) columns += ")";
    const View* view = input_.target->find<View>(id);
    // A recursive view's text names itself: the server makes a CTE of it.
    if (view != nullptr && view->recursive) return {};
    return {[head, columns](const std::string& text) {
              const bool read_back = text.starts_with(" SELECT") || text.starts_with(" WITH");
              return std::vector<std::string>{head + (read_back ? "" : columns) + " AS " + text};
            },
            view_read()};
  }

  // The rule of a table that is like it and stands in its place: nobody is to wait for a lock.
  static Form rule_form(const ObjectId& relation) {
    const std::string table = qualified_name(relation);
    const std::string stand_in = "pg_temp." + quote(relation.name);
    return {[table, stand_in](const std::string& text) {
              return std::vector<std::string>{"CREATE TABLE " + stand_in + " (LIKE " + table + ")",
                                              retargeted_rule(text, stand_in)};
            },
            // By the name that one side has, where it is renamed.
            "SELECT pg_get_ruledef(oid) FROM pg_rewrite WHERE ev_class = " +
                quote_literal(stand_in) + "::regclass"};
  }

  // As the column will be: the live text is printed for a type that may change too.
  TypeRef column_type(const ObjectId& id) const {
    const Column* column = input_.target->find<Column>(id.with_sub(Kind::column, id.sub));
    if (column != nullptr) return column->type;
    if (const View* view = input_.target->find<View>(id.container(Kind::view))) {
      for (const auto& [name, type] : view->output) {
        if (name == id.sub) return type;
      }
    }
    for (const ObjectId& above : ancestors_of(*input_.target, id)) {
      column = input_.target->find<Column>(above.with_sub(Kind::column, id.sub));
      if (column != nullptr) return column->type;
    }
    return {};
  }

  static Form default_form(const TypeRef& type) {
    if (type.empty()) return {};
    const std::string sql = type.sql;
    return {[sql](const std::string& text) {
              return std::vector<std::string>{"CREATE TABLE pg_temp.schemadiff_probe (probe " +
                                              sql + " DEFAULT " + text + ")"};
            },
            "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef "
            "WHERE adrelid = 'pg_temp.schemadiff_probe'::regclass"};
  }

  static Form generated_form(const ExpressionQuestion& question, const ExpressionScope& scope) {
    if (scope.target.empty()) return relation_form(scope.relation);
    const std::string table = qualified_name(scope.relation);
    const std::string stand_in = "pg_temp." + quote(question.id.name);
    const std::string type = scope.target.sql;
    return {[table, stand_in, type](const std::string& text) {
              return std::vector<std::string>{"CREATE TABLE " + stand_in + " (LIKE " + table + ")",
                                              "ALTER TABLE " + stand_in +
                                                  " ADD COLUMN schemadiff_probe " + type +
                                                  " GENERATED ALWAYS AS (" + text + ") STORED"};
            },
            "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = " +
                quote_literal(stand_in) + "::regclass"};
  }

  Form bound_form(const ObjectId& id) const {
    const Table* table = input_.live->find<Table>(id);
    if (table == nullptr || !table->partition_of) return {};
    const std::string parent = qualified_name(table->partition_of->parent);
    auto key = server_.value("SELECT pg_get_partkeydef(" + quote_literal(parent) + "::regclass)");
    if (!key || !*key) return {};
    const std::string definition = **key;
    return {[parent, definition](const std::string& text) {
              return std::vector<std::string>{
                  "CREATE TABLE pg_temp.schemadiff_parent (LIKE " + parent + ") PARTITION BY " +
                      definition,
                  "CREATE TABLE pg_temp.schemadiff_probe PARTITION OF pg_temp.schemadiff_parent " +
                      text};
            },
            "SELECT pg_get_expr(relpartbound, oid) FROM pg_class "
            "WHERE oid = 'pg_temp.schemadiff_probe'::regclass"};
  }

  Form body_form(const ObjectId& id) const {
    const Function* function = input_.live->find<Function>(id);
    if (function == nullptr) return {};
    std::string arguments;
    for (const FunctionArgument& argument : function->arguments) {
      if (argument.mode == ArgumentMode::table) continue;
      if (!arguments.empty()) arguments += ", ";
      switch (argument.mode) {
        case ArgumentMode::out:
          arguments += "OUT ";
          break;
        case ArgumentMode::inout:
          arguments += "INOUT ";
          break;
        case ArgumentMode::variadic:
          arguments += "VARIADIC ";
          break;
        default:
          break;
      }
      if (!argument.name.empty()) arguments += quote(argument.name) + " ";
      arguments += argument.type.sql;
    }
    const bool procedure = function->kind == RoutineKind::procedure;
    std::string returns;
    if (!procedure) {
      returns = std::string(" RETURNS ") + (function->returns_set ? "SETOF " : "") +
                function->returns.sql;
    }
    // Of the same name: the stored text may qualify the arguments with it.
    const std::string head = std::string("CREATE ") + (procedure ? "PROCEDURE" : "FUNCTION") +
                             " pg_temp." + quote(id.name) + "(" + arguments + ")" + returns +
                             " LANGUAGE sql ";
    return {[head](const std::string& text) { return std::vector<std::string>{head + text}; },
            "SELECT pg_get_function_sqlbody(oid) FROM pg_proc WHERE proname = " +
                quote_literal(id.name.str()) + " AND pronamespace = pg_my_temp_schema()"};
  }

  // --- what comes of it ------------------------------------------------------------------
  Result<void> settle_equal(ExpressionQuestion& question) {
    ++report_.equal;
    make_equal(question);
    return {};
  }

  void make_equal(ExpressionQuestion& question) {
    const std::string token = "equal, says the server: " + question.desired->text;
    question.live->canonical = question.desired->canonical = token;
    settled_.insert(question.id);
  }

  void undecided(ExpressionQuestion& question, const std::string& reason) {
    Refusal refusal;
    refusal.object = question.id;
    refusal.source = question.desired->source;
    refusal.reason = reason;
    report_.undecided.push_back(std::move(refusal));
    make_equal(question);
  }

  void renew_changes() {
    std::erase_if(*input_.changes, [&](Change& change) {
      if (!settled_.contains(change.id)) return false;
      change.fields = changed_fields(*input_.live, *input_.target, change.id);
      return change.fields.empty();
    });
  }

  StatementRunner& server_;
  const ProbeInput& input_;
  ProbeReport report_;
  std::vector<ExpressionQuestion> questions_;
  std::set<ObjectId> changing_;
  std::optional<std::set<ObjectId>> casts_;
  std::set<ObjectId> settled_;
};

}  // namespace

Result<ProbeReport> probe(StatementRunner& server, const ProbeInput& input) {
  return Prober(server, input).run();
}

}  // namespace schemadiff
