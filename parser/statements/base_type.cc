// CREATE TYPE name, CREATE TYPE name (INPUT = …), ALTER TYPE name SET (…).
#include <charconv>

#include "parser/modifiers.h"
#include "parser/statement_context.h"
#include "parser/statements/statements.h"
#include "parser/statements/target.h"

namespace schemadiff {
namespace {

QualifiedName function_of(StatementContext& ctx, const Node& option) {
  const Node arg = option.child("arg");
  if (!arg || (arg.is("String") && equals_word(arg.sval(), "none"))) return {};
  return ctx.function_name(option_name(option));
}

struct FunctionOption {
  std::string_view name;
  QualifiedName BaseType::*member;
};
constexpr FunctionOption kFunctions[] = {
    {"input", &BaseType::input},         {"output", &BaseType::output},
    {"receive", &BaseType::receive},     {"send", &BaseType::send},
    {"typmod_in", &BaseType::typmod_in}, {"typmod_out", &BaseType::typmod_out},
    {"analyze", &BaseType::analyze},     {"analyse", &BaseType::analyze},
    {"subscript", &BaseType::subscript},
};

std::string alignment_of(const std::string& word) {
  if (word == "float8" || word == "double") return "double";
  if (word == "int2") return word;
  return word == "char" || word == "bpchar" ? "char" : "int4";
}

// What another type is like, as far as it is known. False: it must come first.
bool be_like(StatementContext& ctx, const Node& option, BaseType& type) {
  type.like = ctx.type(option.child("arg")).type;
  if (type.like.empty()) return false;
  if (const BaseType* own = ctx.catalog.find<BaseType>(type.like.object)) {
    type.length = own->length;
    type.by_value = own->by_value;
    type.alignment = own->alignment;
    type.storage = own->storage;
    return true;
  }
  for (const SystemType& known : ctx.names.system().types) {
    if (known.sql != type.like.sql || known.length == 0) continue;
    type.length = known.length;
    type.by_value = known.by_value;
    type.alignment = known.alignment;
    type.storage = known.storage;
    return true;
  }
  type.length.reset();
  type.by_value.reset();
  type.alignment.reset();
  type.storage.reset();
  return true;
}

// False: said already.
bool read_option(StatementContext& ctx, const Node& option, BaseType& type) {
  const std::string_view name = option.str("defname");
  for (const FunctionOption& function : kFunctions) {
    if (function.name != name) continue;
    type.*function.member = function_of(ctx, option);
    return true;
  }
  const std::string text = option_text(option);
  if (name == "internallength") {
    int length = -1;
    std::from_chars(text.data(), text.data() + text.size(), length);
    type.length = length;
  } else if (name == "passedbyvalue") {
    type.by_value = option_boolean(option);
  } else if (name == "alignment") {
    type.alignment = alignment_of(text);
  } else if (name == "storage") {
    type.storage = text;
  } else if (name == "category") {
    type.category = text;
  } else if (name == "preferred") {
    type.preferred = option_boolean(option);
  } else if (name == "default") {
    type.default_value = text;
  } else if (name == "element") {
    type.element = without_modifiers(ctx.type(option.child("arg")).type);
    return !type.element.empty();
  } else if (name == "delimiter") {
    type.delimiter = text.substr(0, 1);
  } else if (name == "collatable") {
    type.collatable = option_boolean(option);
  } else if (name != "like") {
    ctx.error(option.location(), "base types have no option \"" + std::string(name) + "\"");
    return false;
  }
  return true;
}

bool read_options(StatementContext& ctx, const NodeList& options, BaseType& type) {
  bool overrides = false;  // something that LIKE says
  for (const Node option : options) {
    if (!read_option(ctx, option, type)) return false;
    const std::string_view name = option.str("defname");
    overrides = overrides || name == "internallength" || name == "passedbyvalue" ||
                name == "alignment" || name == "storage";
  }
  const bool known = type.length && type.by_value && type.alignment && type.storage;
  if (overrides && known) type.like = {};
  return true;
}

}  // namespace

void create_base_type(StatementContext& ctx) {
  const QualifiedName name = ctx.new_name(ctx.statement.list("defnames"));
  const ObjectId shell = object_id(Kind::shell_type, name.schema, name.name);
  const NodeList options = ctx.statement.list("definition");
  if (options.empty()) {
    // One that is filled in further up or down is no shell for long.
    if (ctx.catalog.contains(object_id(Kind::base_type, name.schema, name.name))) return;
    ShellType type;
    type.id = shell;
    type.source = ctx.span();
    ctx.add(std::move(type));
    return;
  }
  BaseType type;
  type.id = object_id(Kind::base_type, name.schema, name.name);
  type.source = ctx.span();
  type.length = -1;
  type.by_value = false;
  type.alignment = "int4";
  type.storage = "plain";
  // LIKE first: the others change what it says.
  for (const Node option : options) {
    if (option.str("defname") == "like" && !be_like(ctx, option, type)) return;
  }
  if (!read_options(ctx, options, type)) return;
  if (type.input.empty() || type.output.empty()) {
    ctx.error("a base type has an INPUT and an OUTPUT function", "name both");
    return;
  }
  const bool subscripts = ctx.names.system().server_version >= 140000;
  if (subscripts && !type.element.empty() && type.subscript.empty()) {
    type.subscript = {"pg_catalog", "raw_array_subscript_handler"};
  }
  if (ctx.catalog.contains(shell)) ctx.remove(shell);
  ctx.add(std::move(type));
}

void alter_base_type(StatementContext& ctx) {
  const ObjectId id = ctx.user_type(ctx.statement.list("typeName"));
  if (!id.known()) return;
  BaseType* type = ctx.catalog.find<BaseType>(id);
  if (type == nullptr) {
    ctx.error(describe(id) + " is no base type");
    return;
  }
  read_options(ctx, ctx.statement.list("options"), *type);
}

}  // namespace schemadiff
