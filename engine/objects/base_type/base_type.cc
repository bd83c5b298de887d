#include "engine/objects/base_type/base_type.h"

#include <algorithm>

#include "engine/model/references.h"
#include "engine/model/rules.h"
#include "engine/objects/column/column_definition.h"
#include "engine/objects/effects.h"
#include "engine/objects/write.h"

namespace schemadiff {

namespace {

struct FunctionOption {
  QualifiedName BaseType::*member;
  const char* word;
};
constexpr FunctionOption kFunctions[] = {
    {&BaseType::input, "INPUT"},         {&BaseType::output, "OUTPUT"},
    {&BaseType::receive, "RECEIVE"},     {&BaseType::send, "SEND"},
    {&BaseType::typmod_in, "TYPMOD_IN"}, {&BaseType::typmod_out, "TYPMOD_OUT"},
    {&BaseType::analyze, "ANALYZE"},     {&BaseType::subscript, "SUBSCRIPT"},
};

std::string length_sql(int length) { return length == -1 ? "VARIABLE" : std::to_string(length); }

std::string definition(const BaseType& type, int server_version) {
  std::string out;
  const auto option = [&](const std::string& word, const std::string& value) {
    out += (out.empty() ? "\n    " : ",\n    ") + word + " = " + value;
  };
  for (const FunctionOption& function : kFunctions) {
    const QualifiedName& name = type.*function.member;
    const bool too_new = function.member == &BaseType::subscript && server_version < 140000;
    if (!name.empty() && !too_new) option(function.word, name.sql());
  }
  const bool known = type.length && type.by_value && type.alignment && type.storage;
  if (!type.like.empty()) option("LIKE", type.like.sql);
  // Beside LIKE, where what that says is not known: what is to be otherwise.
  if (type.like.empty() || !known) {
    if (type.length) option("INTERNALLENGTH", length_sql(*type.length));
    if (type.by_value.value_or(false)) out += ",\n    PASSEDBYVALUE";
    if (!type.like.empty() && type.by_value == false) option("PASSEDBYVALUE", "false");
    if (type.alignment) option("ALIGNMENT", *type.alignment);
    if (type.storage) option("STORAGE", *type.storage);
  }
  if (type.category != "U") option("CATEGORY", quote_literal(type.category));
  if (type.preferred) option("PREFERRED", "true");
  if (type.default_value) option("DEFAULT", quote_literal(*type.default_value));
  if (!type.element.empty()) option("ELEMENT", type.element.sql);
  if (type.delimiter != ",") option("DELIMITER", quote_literal(type.delimiter));
  if (type.collatable) option("COLLATABLE", "true");
  return out + "\n";
}

}  // namespace

bool is_made_of(const BaseType& type, const QualifiedName& function) {
  return std::any_of(std::begin(kFunctions), std::end(kFunctions),
                     [&](const FunctionOption& option) { return type.*option.member == function; });
}

bool goes_with(const Function& function, const BaseType& type) {
  if (!is_made_of(type, {function.id.schema, function.id.name})) return false;
  return function.returns.object == type.id ||
         std::any_of(function.arguments.begin(), function.arguments.end(),
                     [&](const FunctionArgument& each) { return each.type.object == type.id; });
}

namespace {

bool has_values_of(const TypeRef& type, const ObjectId& base, const Catalog& catalog) {
  TypeRef current = type;
  while (!current.sql.ends_with("[]")) {
    const Domain* domain = catalog.find<Domain>(current.object);
    if (domain == nullptr) return current.object == base;
    current = domain->base;
  }
  return false;
}

// Columns keep the storage that they have, which was that of their type.
void follow_storage(const BaseType& type, StepBuilder& steps) {
  for (const Column* column : steps.live.sorted<Column>()) {
    const Column* wanted = steps.desired.find<Column>(column->id);
    const bool follows = wanted != nullptr && column->storage.empty() && wanted->storage.empty() &&
                         column->type == wanted->type;
    if (!follows || !has_values_of(column->type, type.id, steps.live)) continue;
    Step& step =
        steps.add(Verb::alter, type,
                  alter_table(column->id, "ALTER COLUMN " + quote(column->id.sub) +
                                              " SET STORAGE " + storage_word(*wanted, steps)));
    step.produces = {column->id};
    step.consumes.push_back(type.id);
    take_lock(step, steps, column->id, Lock::access_exclusive);
  }
}

}  // namespace

template <>
void Rules<BaseType>::expressions(BaseType&, const ExpressionVisitor&) {}

template <>
void Rules<BaseType>::references(const BaseType& object, ReferenceSink& sink) {
  sink.schema(object.id.schema);
  sink.type(object.element);
  sink.type(object.like);
  for (const FunctionOption& function : kFunctions) sink.function(object.*function.member);
}

template <>
void Rules<BaseType>::create(const BaseType& object, StepBuilder& steps) {
  // Its functions take or return it: they need a shell of it, which is filled in when they are
  // there.
  const ObjectId shell = object.id.container(Kind::shell_type);
  if (!steps.live.contains(shell)) {
    Step& step = steps.add(Verb::create, object, "CREATE TYPE " + qualified_name(object.id));
    step.produces = {shell};
    step.consumes.push_back(object_id(Kind::schema, {}, object.id.schema));
  }
  Step& step = steps.add(Verb::create, object,
                         "CREATE TYPE " + qualified_name(object.id) + " (" +
                             definition(object, steps.server_version) + ")");
  step.consumes.push_back(shell);
  add_hazard(step, HazardCode::needs_privileges, "only a superuser can create base types");
}

template <>
bool Rules<BaseType>::alter(const BaseType& live, const BaseType& desired,
                            const FieldChanges& changes, StepBuilder& steps) {
  const auto is_fixed = [](const FieldChange& change) {
    constexpr std::string_view kAlterable[] = {"receive", "send",      "typmod_in", "typmod_out",
                                               "analyze", "subscript", "storage"};
    return std::find(std::begin(kAlterable), std::end(kAlterable), change.name) ==
           std::end(kAlterable);
  };
  std::string fixed;
  for (const FieldChange& change : changes.list()) {
    if (is_fixed(change)) fixed += (fixed.empty() ? "" : ", ") + change.name;
  }
  if (!fixed.empty()) {
    steps.refuse(desired, "PostgreSQL can't change the " + fixed + " of a base type in place",
                 "make a type with another name, and give it to the columns");
    return true;
  }
  if (desired.storage == "plain" && live.storage != desired.storage) {
    steps.refuse(desired, "PostgreSQL can't change the storage of a base type to plain",
                 "make a type with another name, and give it to the columns");
    return true;
  }
  std::string options;
  const auto option = [&](const std::string& word, const std::string& value) {
    options += (options.empty() ? "" : ", ") + word + " = " + value;
  };
  for (const FunctionOption& function : kFunctions) {
    const QualifiedName& name = desired.*function.member;
    if (name == live.*function.member) continue;
    option(function.word, name.empty() ? "NONE" : name.sql());
  }
  if (desired.storage && live.storage != desired.storage) option("STORAGE", *desired.storage);
  Step& step =
      steps.add(Verb::alter, desired,
                alter_statement("TYPE " + qualified_name(desired.id), "SET (" + options + ")"));
  add_hazard(step, HazardCode::needs_privileges, "only a superuser can alter base types so");
  if (desired.storage && live.storage != desired.storage) follow_storage(desired, steps);
  return true;
}

// The type and its functions depend on each other: PostgreSQL drops them together, by CASCADE. What
// else uses them by then came after the plan was made, and must not go as well.
template <>
void Rules<BaseType>::drop(const BaseType& object, StepBuilder& steps) {
  const std::string name = qualified_name(object.id);
  std::vector<ObjectId> functions;
  for (const Function* function : steps.live.sorted<Function>()) {
    if (goes_with(*function, object)) functions.push_back(function->id);
  }
  const std::string types =
      quote_literal(name) + "::regtype, " + quote_literal(name + "[]") + "::regtype";
  std::string names;
  for (const ObjectId& id : functions) {
    names += (names.empty() ? "" : ", ") + quote_literal(qualified_name(id)) + "::regprocedure";
  }
  const auto among = [&](const std::string& kind, const std::string& id) {
    std::string out = kind + " = 'pg_type'::regclass AND " + id + " IN (" + types + ")";
    if (!names.empty())
      out += "\n           OR " + kind + " = 'pg_proc'::regclass AND " + id + " IN (" + names + ")";
    return out;
  };
  Step& step = steps.add(
      Verb::drop, object,
      "DO " + dollar_quoted("\nDECLARE\n    other text;\nBEGIN\n"
                            "    SELECT pg_describe_object(classid, objid, objsubid) INTO other\n"
                            "    FROM pg_depend\n    WHERE (" +
                            among("refclassid", "refobjid") + ")\n      AND NOT (" +
                            among("classid", "objid") +
                            ");\n"
                            "    IF FOUND THEN RAISE '% depends on %', other, " +
                            quote_literal("type " + name) +
                            "; END IF;\n"
                            "    DROP TYPE " +
                            name + " CASCADE;\nEND\n"));
  step.destroys.insert(step.destroys.end(), functions.begin(), functions.end());
}

}  // namespace schemadiff
