// Text search parsers, templates, dictionaries and configurations.
#include <algorithm>

#include "parser/statement_context.h"
#include "parser/statements/statements.h"

namespace schemadiff {
namespace {

QualifiedName function_of(StatementContext& ctx, const Node& option) {
  return ctx.function_name(option_name(option));
}

void unknown_option(StatementContext& ctx, const Node& option, const std::string& what) {
  ctx.error(option.location(), what + " have no option \"" + option.string("defname") + "\"");
}

const char* const kAllTokens[] = {"asciihword",    "asciiword",  "email", "file",
                                  "float",         "host",       "hword", "hword_asciipart",
                                  "hword_numpart", "hword_part", "int",   "numhword",
                                  "numword",       "sfloat",     "uint",  "url",
                                  "url_path",      "version",    "word"};

// One of those that every database begins with (snowball_create.sql); false: it is none.
bool copy_built_in(Identifier name, TextSearchConfiguration& configuration) {
  static constexpr std::string_view kLanguages[] = {
      "arabic",     "armenian", "basque",   "catalan",    "danish",  "dutch",     "english",
      "estonian",   "finnish",  "french",   "german",     "greek",   "hindi",     "hungarian",
      "indonesian", "irish",    "italian",  "lithuanian", "nepali",  "norwegian", "portuguese",
      "romanian",   "russian",  "serbian",  "spanish",    "swedish", "tamil",     "turkish",
      "yiddish",    "polish",   "esperanto"};
  const std::string& language = name.str();
  const bool simple = language == "simple";
  if (!simple &&
      std::find(std::begin(kLanguages), std::end(kLanguages), language) == std::end(kLanguages)) {
    return false;
  }
  const QualifiedName plain{"pg_catalog", "simple"};
  const QualifiedName stem = simple ? plain : QualifiedName{"pg_catalog", language + "_stem"};
  const bool other_letters = language == "russian" || language == "hindi";
  const QualifiedName ascii = other_letters ? QualifiedName{"pg_catalog", "english_stem"} : stem;
  configuration.parser = {"pg_catalog", "default"};
  for (const std::string_view token : kAllTokens) {
    QualifiedName dictionary = plain;
    if (token == "word" || token == "hword" || token == "hword_part") dictionary = stem;
    if (token.starts_with("ascii") || token == "hword_asciipart") dictionary = ascii;
    configuration.mappings.push_back({std::string(token), {dictionary}});
  }
  return true;
}

TextSearchMapping* find_token(TextSearchConfiguration& configuration, const std::string& token) {
  for (TextSearchMapping& mapping : configuration.mappings) {
    if (mapping.token == token) return &mapping;
  }
  return nullptr;
}

// False: said already.
bool copy_of(StatementContext& ctx, const QualifiedName& written, TextSearchConfiguration& made) {
  const QualifiedName from =
      ctx.names.text_search_name(Kind::text_search_configuration, written, ctx.path);
  const ObjectId id = object_id(Kind::text_search_configuration, from.schema, from.name);
  if (const auto* own = ctx.catalog.find<TextSearchConfiguration>(id)) {
    made.parser = own->parser;
    made.mappings = own->mappings;
    return true;
  }
  const bool built_in = from.schema.empty() || from.schema == Identifier("pg_catalog");
  if (built_in && copy_built_in(from.name, made)) return true;
  ctx.missing(ctx.begin(), "text search configuration " + from.sql() + " is not known",
              "write PARSER = … and ALTER TEXT SEARCH CONFIGURATION … ADD MAPPING");
  return false;
}

}  // namespace

void create_text_search_parser(StatementContext& ctx) {
  const QualifiedName name = ctx.new_name(ctx.statement.list("defnames"));
  TextSearchParser parser;
  parser.id = object_id(Kind::text_search_parser, name.schema, name.name);
  parser.source = ctx.span();
  for (const Node option : ctx.statement.list("definition")) {
    const std::string_view what = option.str("defname");
    QualifiedName* function = what == "start"      ? &parser.start
                              : what == "gettoken" ? &parser.get_token
                              : what == "end"      ? &parser.end
                              : what == "lextypes" ? &parser.lex_types
                              : what == "headline" ? &parser.headline
                                                   : nullptr;
    if (function == nullptr) return unknown_option(ctx, option, "text search parsers");
    *function = function_of(ctx, option);
  }
  ctx.add(std::move(parser));
}

void create_text_search_template(StatementContext& ctx) {
  const QualifiedName name = ctx.new_name(ctx.statement.list("defnames"));
  TextSearchTemplate made;
  made.id = object_id(Kind::text_search_template, name.schema, name.name);
  made.source = ctx.span();
  for (const Node option : ctx.statement.list("definition")) {
    const std::string_view what = option.str("defname");
    if (what != "init" && what != "lexize") {
      return unknown_option(ctx, option, "text search templates");
    }
    (what == "init" ? made.init : made.lexize) = function_of(ctx, option);
  }
  ctx.add(std::move(made));
}

void create_text_search_dictionary(StatementContext& ctx) {
  const QualifiedName name = ctx.new_name(ctx.statement.list("defnames"));
  TextSearchDictionary dictionary;
  dictionary.id = object_id(Kind::text_search_dictionary, name.schema, name.name);
  dictionary.source = ctx.span();
  for (const Node option : ctx.statement.list("definition")) {
    if (option.str("defname") == "template") {
      dictionary.base =
          ctx.names.text_search_name(Kind::text_search_template, option_name(option), ctx.path);
    } else {
      dictionary.options.emplace_back(option.string("defname"), option_text(option));
    }
  }
  if (dictionary.base.empty()) {
    ctx.error("text search dictionary " + name.sql() + " has no template", "add TEMPLATE = …");
    return;
  }
  ctx.add(std::move(dictionary));
}

void alter_text_search_dictionary(StatementContext& ctx) {
  const QualifiedName name = ctx.names.text_search_name(
      Kind::text_search_dictionary, written_name(ctx.statement.list("dictname")), ctx.path);
  const ObjectId id = object_id(Kind::text_search_dictionary, name.schema, name.name);
  TextSearchDictionary* dictionary = ctx.catalog.find<TextSearchDictionary>(id);
  if (dictionary == nullptr) {
    ctx.missing(ctx.begin(), describe(id) + " does not exist");
    return;
  }
  for (const Node option : ctx.statement.list("options")) {
    std::erase_if(dictionary->options,
                  [&](const auto& known) { return known.first == option.str("defname"); });
    if (!option.has("arg")) continue;  // a name alone takes the option away
    dictionary->options.emplace_back(option.string("defname"), option_text(option));
  }
}

void create_text_search_configuration(StatementContext& ctx) {
  const QualifiedName name = ctx.new_name(ctx.statement.list("defnames"));
  TextSearchConfiguration configuration;
  configuration.id = object_id(Kind::text_search_configuration, name.schema, name.name);
  configuration.source = ctx.span();
  for (const Node option : ctx.statement.list("definition")) {
    const std::string_view what = option.str("defname");
    if (what == "parser") {
      configuration.parser =
          ctx.names.text_search_name(Kind::text_search_parser, option_name(option), ctx.path);
    } else if (what == "copy") {
      if (!copy_of(ctx, option_name(option), configuration)) return;
    } else {
      return unknown_option(ctx, option, "text search configurations");
    }
  }
  ctx.add(std::move(configuration));
}

void alter_text_search_configuration(StatementContext& ctx) {
  const QualifiedName name = ctx.names.text_search_name(
      Kind::text_search_configuration, written_name(ctx.statement.list("cfgname")), ctx.path);
  const ObjectId id = object_id(Kind::text_search_configuration, name.schema, name.name);
  TextSearchConfiguration* configuration = ctx.catalog.find<TextSearchConfiguration>(id);
  if (configuration == nullptr) {
    ctx.missing(ctx.begin(), describe(id) + " does not exist");
    return;
  }
  std::vector<std::string> tokens;
  for (const Node token : ctx.statement.list("tokentype")) tokens.emplace_back(token.sval());
  std::vector<QualifiedName> dictionaries;
  for (const Node names : ctx.statement.list("dicts")) {
    dictionaries.push_back(ctx.names.text_search_name(Kind::text_search_dictionary,
                                                      written_name(names.list("items")), ctx.path));
  }
  const std::string_view kind = ctx.statement.str("kind");
  auto& mappings = configuration->mappings;
  if (kind == "ALTER_TSCONFIG_DROP_MAPPING") {
    std::erase_if(mappings, [&](const TextSearchMapping& mapping) {
      return std::find(tokens.begin(), tokens.end(), mapping.token) != tokens.end();
    });
  } else if (ctx.statement.boolean("replace")) {
    for (TextSearchMapping& mapping : mappings) {
      const bool wanted =
          tokens.empty() || std::find(tokens.begin(), tokens.end(), mapping.token) != tokens.end();
      if (!wanted || dictionaries.size() != 2) continue;
      std::replace(mapping.dictionaries.begin(), mapping.dictionaries.end(), dictionaries[0],
                   dictionaries[1]);
    }
  } else {
    for (const std::string& token : tokens) {
      TextSearchMapping* known = find_token(*configuration, token);
      if (known != nullptr) {
        known->dictionaries = dictionaries;
      } else {
        mappings.push_back({token, dictionaries});
      }
    }
    std::sort(mappings.begin(), mappings.end(),
              [](const auto& a, const auto& b) { return a.token < b.token; });
  }
}

}  // namespace schemadiff
