#include "parser/rename_hints.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

#include "engine/model/kind_traits.h"
#include "parser/comment_places.h"
#include "parser/lexer.h"
#include "parser/parser.h"

namespace schemadiff {
namespace {

constexpr std::string_view kUsage = "write it so: -- schemadiff: renamed from old_name";

// A name as somebody wrote it; what it means depends on what it names.
struct WrittenName {
  std::vector<Identifier> parts;
  std::string label;  // the last part, if it is a label of an enum
};

// Reads names with dots between them from text[at, end); stops behind them. nullopt: there is none.
std::optional<WrittenName> read_name(std::string_view text, uint32_t& at, uint32_t end) {
  Lexer lexer(text.substr(0, end), at);
  WrittenName out;
  while (true) {
    const Token token = lexer.next();
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    if (token.kind == TokenKind::word || token.kind == TokenKind::quoted_identifier) {
      out.parts.emplace_back(identifier_value(word));
      out.label = token.kind == TokenKind::word ? std::string(word) : out.parts.back().str();
    } else if (token.kind == TokenKind::string && word.size() >= 2 && word.front() == '\'') {
      out.label.clear();
      for (size_t i = 1; i + 1 < word.size(); ++i) {
        if (word[i] == '\'') ++i;
        out.label += word[i];
      }
      out.parts.emplace_back(out.label);
    } else {
      return std::nullopt;
    }
    at = token.end;
    const Token dot = lexer.next();
    if (dot.kind != TokenKind::punctuation || text[dot.begin] != '.') return out;
    at = dot.end;
  }
}

bool is_label(const ObjectId& id) { return id.kind == Kind::enum_type && !id.sub.empty(); }

RenameHint hint_of(const ObjectId& target, const WrittenName& old, SourceSpan where) {
  RenameHint hint;
  hint.target = target;
  hint.name = is_label(target) ? Identifier(old.label) : old.parts.back();
  if (old.parts.size() > 1) hint.schema = old.parts[old.parts.size() - 2];
  hint.where = where;
  return hint;
}

class HintReader {
 public:
  HintReader(const ParsedSources& parsed, const Catalog& desired, Diagnostics& problems)
      : parsed_(parsed), desired_(desired), problems_(problems) {}

  std::vector<RenameHint> read() {
    for_each_directive(parsed_, "renamed", [&](int32_t file, const Directive& directive) {
      file_ = file;
      text_ = parsed_.sources.file(file).text;
      take(directive);
    });
    return std::move(out_);
  }

 private:
  void take(const Directive& directive) {
    const auto begin = static_cast<uint32_t>(directive.words.data() - text_.data());
    uint32_t at = begin + 7;  // "renamed"
    Lexer lexer(text_.substr(0, directive.end), at);
    const Token from = lexer.next();
    if (from.kind != TokenKind::word ||
        !equals_word(text_.substr(from.begin, from.end - from.begin), "from")) {
      return problems_.error({file_, directive.mark}, "this hint does not say from what",
                             std::string(kUsage));
    }
    at = from.end;
    const Token name = lexer.next();
    const SourceSpan where{file_, name.kind == TokenKind::end ? directive.mark : name.begin};
    const auto old = read_name(text_, at, directive.end);
    if (!old) return problems_.error(where, "the old name is missing", std::string(kUsage));
    lexer.seek(at);
    const Token rest = lexer.next();
    const bool reason = rest.kind == TokenKind::punctuation && text_[rest.begin] == '(';
    if (rest.kind != TokenKind::end && !reason) {
      return problems_.error({file_, rest.begin},
                             "what stands behind the old name is not understood",
                             "a reason stands in parentheses; names with blanks in double quotes");
    }
    const ObjectId target = directive.range ? target_of(directive) : ObjectId{};
    if (!target.known()) {
      return problems_.error(
          {file_, directive.comment}, "this hint stands by nothing that can be renamed",
          "write it on the line right above or behind what has the new name, or as [[rename]] in "
          "schemadiff.toml");
    }
    out_.push_back(hint_of(target, *old, where));
  }

  ObjectId target_of(const Directive& directive) {
    const TextRange& range = *directive.range;
    const RawStatement* around = directive.inside;
    if (around != nullptr && around->begin < range.begin) {
      const ObjectId whole = first_in({around->begin, around->begin + 1});
      if (whole.kind == Kind::enum_type) return label_in(whole, range);
      if (whole.kind == Kind::composite_type) return attribute_in(whole, range);
      if (whole.kind == Kind::view) return view_column_in(whole, range);
    }
    return first_in(range);
  }

  // The object that is declared first there: what others are parts of, or come with.
  ObjectId first_in(const TextRange& range) {
    if (objects_.empty()) index_objects();
    const auto first = objects_.lower_bound({file_, range.begin, -1, {}});
    if (first == objects_.end()) return {};
    const auto& [file, offset, rank, id] = *first;
    return file == file_ && offset < range.end ? id : ObjectId{};
  }

  void index_objects() {
    for_each_kind([&]<class T>() {
      if (!traits_of(kind_of<T>).renamable) return;
      for (const auto& [id, object] : desired_.objects<T>()) {
        if (!object.source.known()) continue;
        const bool companion = id.kind == Kind::sequence || id.kind == Kind::constraint ||
                               id.kind == Kind::index || id.kind == Kind::statistics ||
                               id.kind == Kind::operator_family;
        objects_.emplace(object.source.file, object.source.offset, companion ? 1 : 0, id);
      }
    });
  }

  std::vector<Token> tokens(const TextRange& range) const {
    std::vector<Token> out;
    Lexer lexer(text_.substr(0, range.end), range.begin);
    for (Token token = lexer.next();
         token.kind != TokenKind::end && token.kind != TokenKind::unterminated;
         token = lexer.next()) {
      out.push_back(token);
    }
    return out;
  }

  ObjectId label_in(const ObjectId& type, const TextRange& range) const {
    std::optional<std::string> label;
    for (const Token& token : tokens(range)) {
      if (token.kind != TokenKind::string) continue;
      if (label) return {};  // which of them?
      uint32_t at = token.begin;
      if (const auto name = read_name(text_, at, token.end)) label = name->label;
    }
    if (!label) return {};
    return {Kind::enum_type, Kind::none, type.schema, type.name, Identifier(*label)};
  }

  ObjectId attribute_in(const ObjectId& type, const TextRange& range) const {
    for (const Token& token : tokens(range)) {
      if (token.kind != TokenKind::word && token.kind != TokenKind::quoted_identifier) continue;
      return type.with_sub(Kind::column,
                           identifier_value(text_.substr(token.begin, token.end - token.begin)));
    }
    return {};
  }

  // The last name of the line: SELECT a AS name,
  ObjectId view_column_in(const ObjectId& view, const TextRange& range) const {
    ObjectId out;
    for (const Token& token : tokens(range)) {
      if (token.kind != TokenKind::word && token.kind != TokenKind::quoted_identifier) continue;
      out = view.with_sub(Kind::column,
                          identifier_value(text_.substr(token.begin, token.end - token.begin)));
    }
    return out;
  }

  const ParsedSources& parsed_;
  const Catalog& desired_;
  Diagnostics& problems_;
  int32_t file_ = 0;
  std::string_view text_;
  std::set<std::tuple<int32_t, uint32_t, int, ObjectId>> objects_;
  std::vector<RenameHint> out_;
};

// ---- [[rename]]

std::vector<Kind> kinds_of(std::string_view word) {
  if (word == "type") {
    return {Kind::enum_type, Kind::domain, Kind::composite_type, Kind::range_type};
  }
  if (word == "procedure" || word == "aggregate") return {Kind::function};
  if (word == "foreign table") return {Kind::table};
  std::vector<Kind> out;
  for_each_kind([&]<class T>() {
    if (kind_word(kind_of<T>) == word && traits_of(kind_of<T>).renamable) out.push_back(kind_of<T>);
  });
  return out;
}

// The objects that [schema.][relation.]name, in double quotes where SQL wants them, may mean.
std::vector<ObjectId> find_targets(const Catalog& desired, const std::string& word,
                                   const WrittenName& name, std::string_view arguments) {
  std::vector<ObjectId> out;
  const size_t count = name.parts.size();
  const auto part = [&](size_t from_the_end) {
    return count > from_the_end ? name.parts[count - 1 - from_the_end] : Identifier();
  };
  const auto is = [](Identifier said, Identifier actual) { return said.empty() || said == actual; };
  if (word == "label" || word == "attribute" || word == "column") {
    const auto look = [&]<class T>(const ObjectMap<T>& objects, Kind kind, Identifier sub) {
      for (const auto& [id, object] : objects) {
        if (id.name != part(1) || !is(part(2), id.schema)) continue;
        out.push_back({kind, Kind::none, id.schema, id.name, sub});
      }
    };
    if (word == "label") look(desired.objects<EnumType>(), Kind::enum_type, name.label);
    if (word == "attribute") look(desired.objects<CompositeType>(), Kind::column, part(0));
    if (word == "column") {
      look(desired.objects<Table>(), Kind::column, part(0));
      look(desired.objects<View>(), Kind::column, part(0));
    }
    return out;
  }
  for (const Kind kind : kinds_of(word)) {
    with_kind(kind, [&]<class T>() {
      for (const auto& [id, object] : desired.objects<T>()) {
        const bool in_another = traits_of(kind).naming != Naming::itself;
        const bool same = in_another
                              ? id.sub == part(0) && id.name == part(1) && is(part(2), id.schema)
                              : id.name == part(0) && is(part(1), id.schema);
        if (!same || (!arguments.empty() && id.sub.str() != arguments)) continue;
        out.push_back(id);
      }
    });
  }
  return out;
}

}  // namespace

std::vector<RenameHint> rename_hints(const ParsedSources& parsed, const Catalog& desired,
                                     Diagnostics& problems) {
  return HintReader(parsed, desired, problems).read();
}

std::vector<RenameHint> rename_hints(const std::vector<RenameEntry>& entries,
                                     const Catalog& desired, Diagnostics& problems) {
  std::vector<RenameHint> out;
  const auto whole_name = [](std::string_view text) -> std::optional<WrittenName> {
    uint32_t at = 0;
    auto name = read_name(text, at, static_cast<uint32_t>(text.size()));
    return at == text.size() ? name : std::nullopt;
  };
  for (const RenameEntry& entry : entries) {
    const bool is_known =
        entry.kind == "label" || entry.kind == "attribute" || !kinds_of(entry.kind).empty();
    if (!is_known) {
      problems.error(entry.where, "rename: there is no kind \"" + entry.kind + "\" to rename",
                     "for example table, column, constraint, index, type, label, attribute");
      continue;
    }
    const auto old = whole_name(entry.from);
    const size_t paren = std::min(entry.to.find('('), entry.to.size());
    const auto now = whole_name(std::string_view(entry.to).substr(0, paren));
    if (!old || !now) {
      problems.error(entry.where, "rename: \"" + (old ? entry.to : entry.from) + "\" is no name",
                     "names stand as in SQL: \"public.people\", \"public.people.name\"");
      continue;
    }
    const auto targets = find_targets(desired, entry.kind, *now, entry.to.substr(paren));
    if (targets.size() != 1) {
      problems.error(entry.where,
                     "rename: the desired state has " +
                         std::string(targets.empty() ? "no " : "more than one ") + entry.kind +
                         " " + entry.to,
                     targets.empty() ? "\"to\" is its new name, \"from\" the old one"
                                     : "write its schema, and a function's arguments");
      continue;
    }
    out.push_back(hint_of(targets.front(), *old, entry.where));
  }
  return out;
}

}  // namespace schemadiff
