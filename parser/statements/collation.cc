// CREATE COLLATION.
#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

// False: said already.
bool copy_of(StatementContext& ctx, const NodeList& names, Collation& collation) {
  const auto from = ctx.names.collation(names, ctx.path);
  if (!from) {
    ctx.missing(ctx.begin(), "collation " + dotted(names) + " does not exist");
    return false;
  }
  const ObjectId id = object_id(Kind::collation, from->schema, from->name);
  if (const Collation* own = ctx.catalog.find<Collation>(id)) {
    const ObjectBase base{collation.id, collation.source};
    collation = *own;
    static_cast<ObjectBase&>(collation) = base;
    return true;
  }
  const std::string name = from->name.str();
  if (name == "C" || name == "POSIX") {
    collation.collate = collation.ctype = name;
    return true;
  }
  if (name.ends_with("-x-icu")) {
    collation.provider = CollationProvider::icu;
    collation.locale.name = name.substr(0, name.size() - 6);
    return true;
  }
  for (const SystemCollation& known : ctx.names.system().collations) {
    if (known.schema != from->schema || known.name != from->name || known.collate.empty()) continue;
    collation.collate = known.collate;
    collation.ctype = known.ctype;
    return true;
  }
  ctx.error("what collation " + from->sql() + " is made of is known only to the server",
            "write LOCALE = '…' instead of FROM");
  return false;
}

// False: said already.
bool read_option(StatementContext& ctx, const Node& option, Collation& collation,
                 std::string& locale) {
  const std::string_view name = option.str("defname");
  const std::string text = option_text(option);
  if (name == "from") return copy_of(ctx, option.child("arg").list("items"), collation);
  if (name == "locale") {
    locale = text;
  } else if (name == "lc_collate") {
    collation.collate = text;
  } else if (name == "lc_ctype") {
    collation.ctype = text;
  } else if (name == "deterministic") {
    collation.deterministic = option_boolean(option);
  } else if (name == "rules") {
    collation.rules = text;
  } else if (name == "provider") {
    if (text != "icu" && text != "libc" && text != "builtin") {
      ctx.error(option.location(), "collations have no provider \"" + text + "\"",
                "there are libc, icu and builtin");
      return false;
    }
    collation.provider = static_cast<CollationProvider>(text[0] == 'l' ? 'c' : text[0]);
  } else if (name != "version") {  // the operating system's own
    ctx.error(option.location(), "collations have no option \"" + std::string(name) + "\"");
    return false;
  }
  return true;
}

}  // namespace

void create_collation(StatementContext& ctx) {
  const QualifiedName name = ctx.new_name(ctx.statement.list("defnames"));
  Collation collation;
  collation.id = object_id(Kind::collation, name.schema, name.name);
  collation.source = ctx.span();
  if (ctx.statement.boolean("if_not_exists") && ctx.already_there(collation.id)) return;
  std::string locale;
  for (const Node option : ctx.statement.list("definition")) {
    if (!read_option(ctx, option, collation, locale)) return;
  }
  if (collation.provider == CollationProvider::libc) {
    if (!locale.empty()) collation.collate = collation.ctype = locale;
  } else if (!locale.empty() || !collation.collate.empty()) {
    // Up to 14, ICU's locale may be said as LC_COLLATE.
    collation.locale.name = locale.empty() ? collation.collate : locale;
    collation.collate.clear();
    collation.ctype.clear();
  }
  ctx.add(std::move(collation));
}

}  // namespace schemadiff
