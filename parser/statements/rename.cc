// ALTER … RENAME and ALTER … SET SCHEMA of any kind.
#include <algorithm>
#include <optional>

#include "engine/model/kind_traits.h"
#include "engine/model/rules.h"
#include "parser/catalog_assembly.h"
#include "parser/statements/statements.h"
#include "parser/statements/table_draft.h"
#include "parser/statements/target.h"

namespace schemadiff {
namespace {

// True if `text` uses `name` as a word of its own.
bool mentions(std::string_view text, Identifier name) {
  Lexer lexer(text);
  for (Token token = lexer.next(); token.kind != TokenKind::end; token = lexer.next()) {
    if (token.kind == TokenKind::unterminated) return true;
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    if (token.kind == TokenKind::word && equals_word(word, name.str())) return true;
    if (token.kind == TokenKind::quoted_identifier && word == "\"" + name.str() + "\"") return true;
    // 'public.t'::regclass
    if (token.kind == TokenKind::string && word.find(name.str()) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

// PostgreSQL would rename inside of what it stored; we keep texts: an error, where something uses
// the name.
void refuse_if_mentioned(StatementContext& ctx, Identifier name, const std::string& what) {
  std::optional<SourceSpan> found;
  for_each_kind([&]<class T>() {
    for (auto& [id, object] : ctx.catalog.objects<T>()) {
      Rules<T>::expressions(object, [&](SqlExpression& expression, const ExpressionScope& scope) {
        if (scope.role == ExpressionRole::string_body || found) return;
        if (mentions(expression.text, name)) found = expression.source;
      });
    }
  });
  if (!found) return;
  ctx.error(what + " is renamed here, but an expression above uses the old name",
            "a desired state is read as a whole: declare it by its new name from the start");
}

// Later statements find it by its new name all the same: one error is enough.
void refuse_rename(StatementContext& ctx, const std::string& words, const ObjectId& from,
                   const ObjectId& to) {
  ctx.error("ALTER " + words + " … RENAME is not understood in a desired state",
            "declare it by its new name from the start");
  if (ctx.catalog.contains(from)) ctx.rename(from, to, ctx.begin());
}

Identifier new_name(StatementContext& ctx) { return ctx.statement.str("newname"); }

// The relation of the statement; none: absent, said already.
ObjectId relation_of(StatementContext& ctx) {
  const Node relation = ctx.statement.child("relation");
  if (ctx.statement.boolean("missing_ok") && !ctx.find_relation(relation).known()) return {};
  return ctx.relation(relation);
}

void rename_relation(StatementContext& ctx) {
  const ObjectId from = relation_of(ctx);
  if (!from.known()) return;
  refuse_if_mentioned(ctx, from.name, describe(from));
  ObjectId to = from;
  // The index of a constraint and the constraint have one name.
  (from.kind == Kind::constraint ? to.sub : to.name) = new_name(ctx);
  ctx.rename(from, to, ctx.begin());
}

void rename_column(StatementContext& ctx) {
  const ObjectId relation = relation_of(ctx);
  if (!relation.known()) return;
  const Identifier name(ctx.statement.str("subname"));
  if (relation.kind != Kind::table) {
    ctx.error(describe(relation) + " has its column names from its query", "rename them there");
    return;
  }
  const ObjectId from = relation.with_sub(Kind::column, name);
  if (!ctx.catalog.contains(from)) {
    ctx.missing(ctx.begin(),
                "column " + quote(name) + " of " + describe(relation) + " does not exist");
    return;
  }
  refuse_if_mentioned(ctx, name, describe(from));
  ctx.rename(from, relation.with_sub(Kind::column, new_name(ctx)), ctx.begin());
}

void rename_attribute(StatementContext& ctx) {
  const ObjectId id = relation_of(ctx);
  if (!id.known()) return;
  CompositeType* type = ctx.catalog.find<CompositeType>(id);
  if (type == nullptr) {
    ctx.error(describe(id) + " is not a composite type");
    return;
  }
  const Identifier name(ctx.statement.str("subname"));
  const auto find = [&](Identifier wanted) {
    return std::find_if(type->attributes.begin(), type->attributes.end(),
                        [&](const CompositeAttribute& a) { return a.name == wanted; });
  };
  if (find(name) == type->attributes.end()) {
    ctx.error("type " + qualified_name(id) + " has no attribute " + quote(name));
    return;
  }
  if (find(new_name(ctx)) != type->attributes.end()) {
    ctx.error("type " + qualified_name(id) + " has the attribute " + quote(new_name(ctx)) +
              " already");
    return;
  }
  refuse_if_mentioned(ctx, name, "attribute " + quote(name));
  find(name)->name = new_name(ctx);
  ctx.catalog.change_id(id.with_sub(Kind::column, name).commented(),
                        id.with_sub(Kind::column, new_name(ctx)).commented());
}

// Constraints, triggers, policies: relation and subname.
void rename_part(StatementContext& ctx, Kind kind) {
  const ObjectId relation = relation_of(ctx);
  if (!relation.known()) return;
  const ObjectId from = relation.with_sub(kind, ctx.statement.str("subname"));
  if (!ctx.catalog.contains(from) && kind == Kind::constraint) ctx.assembly().name_parts(relation);
  if (!ctx.catalog.contains(from) && kind == Kind::constraint) {
    if (Column* column = not_null_named(ctx.assembly(), relation, from.sub)) {
      column->not_null_constraint.name = new_name(ctx);
      return;
    }
  }
  if (!ctx.catalog.contains(from)) {
    ctx.missing(ctx.begin(), std::string(kind_word(kind)) + " " + quote(from.sub) + " of " +
                                 qualified_name(relation) + " does not exist");
    return;
  }
  ctx.rename(from, relation.with_sub(kind, new_name(ctx)), ctx.begin());
}

// RoleSpecs are no objects' names: subname is the role.
void rename_role(StatementContext& ctx) {
  const ObjectId from = object_id(Kind::role, {}, ctx.statement.str("subname"));
  if (!ctx.catalog.contains(from)) {
    ctx.unmanaged("ALTER ROLE", "roles that the state does not create");
    return;
  }
  refuse_rename(ctx, "ROLE", from, object_id(Kind::role, {}, new_name(ctx)));
}

}  // namespace

void rename_object(StatementContext& ctx) {
  const std::string_view type = ctx.statement.str("renameType");
  if (type == "OBJECT_TABLE" || type == "OBJECT_FOREIGN_TABLE" || type == "OBJECT_VIEW" ||
      type == "OBJECT_MATVIEW" || type == "OBJECT_SEQUENCE" || type == "OBJECT_INDEX") {
    rename_relation(ctx);
  } else if (type == "OBJECT_COLUMN") {
    rename_column(ctx);
  } else if (type == "OBJECT_ATTRIBUTE") {
    rename_attribute(ctx);
  } else if (type == "OBJECT_TABCONSTRAINT") {
    rename_part(ctx, Kind::constraint);
  } else if (type == "OBJECT_TRIGGER") {
    rename_part(ctx, Kind::trigger);
  } else if (type == "OBJECT_POLICY") {
    rename_part(ctx, Kind::policy);
  } else if (type == "OBJECT_RULE") {
    const ObjectId relation = relation_of(ctx);
    if (!relation.known()) return;
    refuse_rename(ctx, "RULE", relation.with_sub(Kind::rule, ctx.statement.str("subname")),
                  relation.with_sub(Kind::rule, new_name(ctx)));
  } else if (type == "OBJECT_SCHEMA") {
    refuse_rename(ctx, "SCHEMA", object_id(Kind::schema, {}, ctx.statement.str("subname")),
                  object_id(Kind::schema, {}, new_name(ctx)));
  } else if (type == "OBJECT_ROLE") {
    rename_role(ctx);
  } else if (!is_modelled(type)) {
    ctx.unmanaged("ALTER " + words_of(type), "these objects");
  } else {
    const ObjectId from =
        type == "OBJECT_DOMCONSTRAINT"
            ? find_target(ctx, "OBJECT_DOMAIN", ctx.statement.child("object"), Absent::wait)
            : find_target(ctx, type, ctx.statement.child("object"), Absent::wait);
    if (!from.known()) return;
    if (type == "OBJECT_DOMCONSTRAINT") {
      const ObjectId constraint =
          from.with_sub(Kind::domain_constraint, ctx.statement.str("subname"));
      Domain* domain = ctx.catalog.find<Domain>(from);
      if (domain != nullptr && domain->not_null && not_null_name(*domain) == constraint.sub) {
        domain->not_null_constraint.name = new_name(ctx);
        return;
      }
      if (!ctx.catalog.contains(constraint)) {
        ctx.error("constraint " + quote(constraint.sub) + " of " + describe(from) +
                  " does not exist");
        return;
      }
      ctx.rename(constraint, from.with_sub(Kind::domain_constraint, new_name(ctx)), ctx.begin());
      return;
    }
    if (traits_of(from.kind).database_wide) {
      ObjectId to = from;
      to.name = new_name(ctx);
      return refuse_rename(ctx, words_of(type), from, to);
    }
    refuse_if_mentioned(ctx, from.name, describe(from));
    ObjectId to = from;
    to.name = new_name(ctx);
    ctx.rename(from, to, ctx.begin());
  }
}

void set_object_schema(StatementContext& ctx) {
  const std::string_view type = ctx.statement.str("objectType");
  const Identifier schema(ctx.statement.str("newschema"));
  if (!is_modelled(type)) {
    ctx.unmanaged("ALTER " + words_of(type), "these objects");
    return;
  }
  const ObjectId from =
      ctx.statement.has("relation")
          ? relation_of(ctx)
          : find_target(ctx, type, ctx.statement.child("object"),
                        ctx.statement.boolean("missing_ok") ? Absent::skip : Absent::wait);
  if (!from.known()) return;
  if (Extension* extension = ctx.catalog.find<Extension>(from)) {
    extension->schema = schema;
    return;
  }
  if (from.schema == schema) return;
  refuse_if_mentioned(ctx, from.name, describe(from));
  ObjectId to = from;
  to.schema = schema;
  ctx.rename(from, to, ctx.begin());
}

}  // namespace schemadiff
