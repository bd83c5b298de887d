#include "engine/objects/column/type_change.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "engine/base/text.h"
#include "engine/model/ancestors.h"
#include "engine/objects/type_moves.h"

namespace schemadiff {
namespace {

// "timestamp(3) with time zone[]" taken apart.
struct TypeName {
  std::string name;  // "timestamp with time zone"
  std::vector<int> modifiers;
  bool array = false;
  ObjectId object;
};

TypeName parse(const TypeRef& type) {
  TypeName out;
  out.object = type.object;
  std::string_view text = type.sql;
  while (text.ends_with("[]")) {
    text.remove_suffix(2);
    out.array = true;
  }
  bool quoted = false;
  size_t open = std::string_view::npos;
  for (size_t i = 0; i < text.size() && open == std::string_view::npos; ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == '(' && !quoted) open = i;
  }
  if (open == std::string_view::npos) {
    out.name = text;
    return out;
  }
  const size_t close = text.find(')', open);
  out.name = std::string(text.substr(0, open)) + std::string(text.substr(close + 1));
  std::string_view list = text.substr(open + 1, close - open - 1);
  while (!list.empty()) {
    int value = 0;
    const auto end = std::from_chars(list.data(), list.data() + list.size(), value).ptr;
    out.modifiers.push_back(value);
    list.remove_prefix(static_cast<size_t>(end - list.data()));
    if (!list.empty()) list.remove_prefix(1);
  }
  return out;
}

const SystemType* find_type(const SystemCatalog& system, const std::string& name) {
  for (const SystemType& type : system.types) {
    if (type.sql == name) return &type;
  }
  return nullptr;
}

// The type behind a domain, through domains over domains.
TypeRef without_domains(const TypeRef& type, const Catalog& catalog) {
  TypeRef current = type;
  if (type.sql.ends_with("[]")) return current;  // an array of a domain is not a domain
  while (current.object.kind == Kind::domain) {
    const Domain* domain = catalog.find<Domain>(current.object);
    if (domain == nullptr) break;
    current = domain->base;
  }
  return current;
}

bool is_string(const SystemCatalog& system, const TypeName& type) {
  if (type.array) return false;
  const SystemType* found = find_type(system, type.name);
  return found != nullptr && found->category == 'S';
}

const SystemCast* find_cast(const SystemCatalog& system, const TypeName& from, const TypeName& to) {
  const SystemType* source = find_type(system, from.name);
  const SystemType* target = find_type(system, to.name);
  if (source == nullptr || target == nullptr) return nullptr;
  for (const SystemCast& cast : system.casts) {
    if (cast.source == source->oid && cast.target == target->oid) return &cast;
  }
  return nullptr;
}

// find_coercion_pathway() of PostgreSQL, in an assignment.
bool is_assignable(const SystemCatalog& system, const TypeName& from, const TypeName& to) {
  if (from.array == to.array && from.name == to.name) return true;
  if (is_string(system, to)) return true;
  if (from.array != to.array) return false;
  const SystemCast* cast = find_cast(system, from, to);
  if (cast != nullptr) return cast->context != 'e';
  return from.array && is_assignable(system, {from.name, {}, false, {}}, {to.name, {}, false, {}});
}

bool is_explicitly_castable(const SystemCatalog& system, const TypeName& from, const TypeName& to) {
  if (is_string(system, from)) return true;
  if (from.array != to.array) return false;
  if (find_cast(system, from, to) != nullptr) return true;
  TypeName element = from;
  element.array = false;
  return from.array && is_string(system, element);
}

// By its typcategory: none of its values has a text that the other type reads.
bool is_unreadable(const SystemCatalog& system, const TypeName& from, const TypeName& to) {
  const auto category = [&](const TypeName& type) {
    if (type.array) return 'A';
    if (type.name == "uuid") return 'u';  // of the many that are in no category
    const SystemType* found = find_type(system, type.name);
    if (found == nullptr) return '?';
    return type.name.ends_with("multirange") ? 'm' : found->category;
  };
  static const std::map<char, std::string_view> unreadable = {
      {'N', "ADTBIGRmu"}, {'D', "ABIGRTmu"},  {'T', "ADBIGRmu"},  {'B', "ADTIGRmu"},
      {'I', "ADTBGRmu"},  {'u', "ANDTBIGRm"}, {'m', "ANDTBIGRu"}, {'R', "ANDTBIGmu"}};
  const auto found = unreadable.find(category(to));
  return found != unreadable.end() && found->second.find(category(from)) != std::string_view::npos;
}

// Without its modifier: the assignment that follows applies it, and refuses what does not fit,
// where an explicit cast would cut it off in silence.
std::string cast_target(const std::string& source, const TypeRef& type) {
  TypeName name = parse(type);
  if (name.name == "bit") {
    // All bits of an integer; there is no cast from there to bit varying.
    name.name = source == "smallint"  ? "integer::bit(32)"
                : source == "integer" ? "bit(32)"
                : source == "bigint"  ? "bit(64)"
                                      : "bit varying";
  }
  return name.name + (name.array ? "[]" : "");
}

// Decimal digits in front of the point that an integer type needs; 0: no integer type.
int integer_digits(const std::string& name) {
  if (name == "smallint") return 5;
  if (name == "integer") return 10;
  if (name == "bigint") return 19;
  return 0;
}

// The precision that a modifier of these types limits grows or stays.
bool is_wider(const std::vector<int>& from, const std::vector<int>& to) {
  return to.empty() || (!from.empty() && to.front() >= from.front());
}

struct Effect {
  bool keeps = false;
  bool rewrites = true;
};

Effect same_type(const TypeName& from, const TypeName& to) {
  const std::vector<int>& old = from.modifiers;
  const std::vector<int>& wanted = to.modifiers;
  if (old == wanted) return {true, false};
  if (from.name == "numeric") {
    if (wanted.empty()) return {true, false};
    if (old.empty()) return {false, true};
    const int old_scale = old.size() > 1 ? old[1] : 0;
    const int scale = wanted.size() > 1 ? wanted[1] : 0;
    const bool keeps = scale >= old_scale && wanted[0] - scale >= old[0] - old_scale;
    return {keeps, !keeps || scale != old_scale};
  }
  if (from.name == "character" || from.name == "bit") {
    // A bit string of fixed length has no shorter ones; blanks at the end of char(n) mean nothing.
    const bool longer = from.name == "character" && is_wider(old, wanted) && !wanted.empty();
    return {longer, true};
  }
  static const std::set<std::string> limited = {"character varying",
                                                "bit varying",
                                                "timestamp without time zone",
                                                "timestamp with time zone",
                                                "time without time zone",
                                                "time with time zone",
                                                "interval"};
  if (!limited.contains(from.name)) return {false, true};
  const bool wider = is_wider(old, wanted);
  return {wider, !wider};
}

// Of values that are no arrays, or of the elements of some.
Effect value_effect(const TypeName& from, const TypeName& to) {
  if (from.name == to.name) return same_type(from, to);
  const auto is = [](const TypeName& type, const char* name) { return type.name == name; };
  const bool unlimited_text =
      is(to, "text") || (is(to, "character varying") && to.modifiers.empty());
  if (unlimited_text && (is(from, "text") || is(from, "character varying"))) return {true, false};
  if (is(from, "cidr") && is(to, "inet")) return {true, false};
  if (is(from, "bit") && is(to, "bit varying")) {
    return {is_wider(from.modifiers, to.modifiers), !to.modifiers.empty()};
  }
  const int digits = integer_digits(from.name);
  if (digits > 0) {
    if (integer_digits(to.name) >= digits) return {true, true};
    if (is(to, "numeric")) {
      const int scale = to.modifiers.size() > 1 ? to.modifiers[1] : 0;
      return {to.modifiers.empty() || (scale >= 0 && to.modifiers[0] - scale >= digits), true};
    }
    if (is(to, "double precision")) return {digits <= 10, true};
    if (is(to, "real")) return {digits <= 5, true};
  }
  if (is(from, "real") && is(to, "double precision")) return {true, true};
  if (is(from, "date") && is(to, "timestamp without time zone")) return {true, true};
  if (is(from, "name") && unlimited_text) return {true, true};
  if (is(from, "jsonb") && (is(to, "json") || unlimited_text)) return {true, true};
  static const std::set<std::string> exact_as_text = {"numeric", "uuid", "boolean", "date", "json"};
  const bool exact =
      digits > 0 || exact_as_text.contains(from.name) || from.object.kind == Kind::enum_type;
  return {unlimited_text && exact, true};
}

Effect change_effect(const TypeName& from, const TypeName& to) {
  if (from.array != to.array) return {false, true};
  Effect effect = value_effect(from, to);
  // Arrays are converted element by element, even where that changes none.
  const bool same_elements =
      from.name == to.name && (to.modifiers.empty() || from.modifiers == to.modifiers);
  if (from.array && !same_elements) effect.rewrites = true;
  return effect;
}

// Values of the one are values of the other, and nothing is done to them.
bool is_binary_coercible(const SystemCatalog& system, const TypeName& from, const TypeName& to) {
  if (from.array || to.array || !to.modifiers.empty()) return false;
  const SystemCast* cast = find_cast(system, from, to);
  return cast != nullptr && cast->method == 'b';
}

// ALTER COLUMN … TYPE checks each value, and writes it again for that.
bool is_checked(const TypeRef& type, const Catalog& catalog) {
  TypeRef current = type;
  while (current.object.kind == Kind::domain && !current.sql.ends_with("[]")) {
    const Domain* domain = catalog.find<Domain>(current.object);
    if (domain == nullptr || domain->not_null) return true;
    for (const auto& [id, check] : catalog.objects<DomainConstraint>()) {
      if (id.container(Kind::domain) == current.object) return true;
    }
    current = domain->base;
  }
  return false;
}

// The types of one family of btree operators that are not alone in theirs (pg_amop), by the name
// of one.
std::string comparison_family(const TypeName& type) {
  static const std::map<std::string_view, std::string_view> families = {
      {"smallint", "bigint"},
      {"integer", "bigint"},
      {"character varying", "text"},
      {"name", "text"},
      {"real", "double precision"},
      {"date", "timestamp with time zone"},
      {"timestamp without time zone", "timestamp with time zone"},
      {"cidr", "inet"}};
  const auto found = families.find(type.name);
  return std::string(found == families.end() ? type.name : found->second) +
         (type.array ? "[]" : "");
}

// A domain over what is made anew, unless that is over another domain that stays one.
bool is_over_moved(const TypeRef& type, const StepBuilder& steps) {
  const Domain* domain = steps.live.find<Domain>(type.object);
  while (domain != nullptr) {
    const ObjectId& base = domain->base.object;
    if (steps.moves.types.contains(base) &&
        (base.kind != Kind::domain || successor_of(base, steps.desired).kind != Kind::domain)) {
      return true;
    }
    domain = steps.live.find<Domain>(base);
  }
  return false;
}

// The text of each value of a type that is made anew reads as the same value of the new one. Enums
// fail where it does not.
bool is_kept_as_text(const ObjectId& type, const StepBuilder& steps, int depth = 0) {
  if (!steps.moves.types.contains(type) || depth > 64) return true;
  if (const ObjectId other = successor_of(type, steps.desired); other.kind != type.kind) {
    if (other.kind == Kind::enum_type) return true;
    const Domain* domain = steps.desired.find<Domain>(other);
    return domain != nullptr && domain->base.sql == "text" && type.kind == Kind::enum_type;
  }
  const auto keeps = [&](const TypeRef& from, const TypeRef& to) {
    if (!(from == to)) return change_effect(parse(from), parse(to)).keeps;
    return is_kept_as_text(from.object, steps, depth + 1);
  };
  const Domain* domain = steps.live.find<Domain>(type);
  if (domain != nullptr) return keeps(domain->base, steps.desired.find<Domain>(type)->base);
  const RangeType* range = steps.live.find<RangeType>(type);
  if (range != nullptr) return keeps(range->subtype, steps.desired.find<RangeType>(type)->subtype);
  const CompositeType* composite = steps.live.find<CompositeType>(type);
  if (composite == nullptr) return true;
  const CompositeType& wanted = *steps.desired.find<CompositeType>(type);
  for (size_t i = 0; i < wanted.attributes.size() && i < composite->attributes.size(); ++i) {
    if (!keeps(composite->attributes[i].type, wanted.attributes[i].type)) return false;
  }
  return true;
}

}  // namespace

TypeChange classify_type_change(const TypeRef& from, const TypeRef& to, const StepBuilder& steps) {
  TypeChange out;
  if (from == to && steps.moves.types.contains(from.object)) {
    const bool array = to.sql.ends_with("[]");
    const bool plain_domain = !array && from.object.kind == Kind::domain &&
                              to.object.kind == Kind::domain && !is_over_moved(from, steps);
    if (!plain_domain) {
      out.assignable = false;
      out.using_cast = (array ? "::text[]::" : "::text::") + to.sql;
      out.keeps_values = is_kept_as_text(from.object, steps);
      return out;
    }
  }
  const TypeRef source_type = without_domains(from, steps.live);
  const TypeRef target_type = without_domains(to, steps.desired);
  if (source_type == target_type && steps.moves.types.contains(source_type.object)) {
    // Between a domain and its type, which is another one by then.
    const bool array = target_type.sql.ends_with("[]");
    out.assignable = false;
    out.using_cast = (array ? "::text[]::" : "::text::") + to.sql;
    out.keeps_values = is_kept_as_text(source_type.object, steps);
    return out;
  }
  const TypeName source = parse(source_type);
  const TypeName target = parse(target_type);
  Effect effect = change_effect(source, target);
  if (is_binary_coercible(steps.system, source, target)) {
    out.reindexes = effect.rewrites;
    effect = {true, false};
  }
  out.keeps_values = effect.keeps;
  // Of a domain PostgreSQL does not see that its values have the length already.
  const bool is_cut = from.object.kind == Kind::domain && !target.modifiers.empty() && from != to;
  out.rewrites = effect.rewrites || is_cut || is_checked(to, steps.desired);
  out.assignable = is_assignable(steps.system, source, target);
  if (out.assignable) return out;
  const bool direct = is_explicitly_castable(steps.system, source, target) ||
                      (source.name == "smallint" && target.name == "bit");
  TypeName element = target;
  element.array = false;
  const auto is_json = [](const TypeName& type) {
    return !type.array && (type.name == "json" || type.name == "jsonb");
  };
  if (target.array && !source.array && !is_string(steps.system, source) &&
      (!is_json(source) || is_json(element)) && is_assignable(steps.system, source, element)) {
    out.makes_array = true;
    // Another type has its name by then.
    const bool is_moved = steps.moves.types.contains(source_type.object);
    out.using_cast = (is_moved ? "::text[]::" : "::") + cast_target(source.name, target_type);
    return out;
  }
  // The text of an array or a row is no JSON, and '{}' would be an object.
  if (!direct && is_json(target)) {
    out.makes_json = true;
    out.using_cast = "::" + target.name;
    return out;
  }
  // As integer::boolean, which is the only cast there is.
  if (!direct && target.name == "boolean" && !target.array && integer_digits(source.name) > 0) {
    out.using_cast = " <> 0";
    return out;
  }
  // '{}' would become an empty array, which it never was; and a label that begins like an array's
  // text is nobody's.
  const EnumType* labels = steps.desired.find<EnumType>(target_type.object);
  const bool is_array_for_label =
      source.array && !target.array && labels != nullptr &&
      std::none_of(labels->labels.begin(), labels->labels.end(),
                   [](const std::string& label) { return label.starts_with('{'); });
  const bool is_taken_apart = (is_json(source) && target.array) || is_array_for_label;
  out.fails_on_rows = is_taken_apart || (!direct && is_unreadable(steps.system, source, target));
  out.using_cast =
      std::string(direct ? "" : "::text") + "::" + cast_target(source.name, target_type);
  return out;
}

bool can_compare(const TypeRef& left, const Catalog& left_catalog, const TypeRef& right,
                 const Catalog& right_catalog) {
  return comparison_family(parse(without_domains(left, left_catalog))) ==
         comparison_family(parse(without_domains(right, right_catalog)));
}

bool reads_alike(const TypeRef& from, const Catalog& live, const TypeRef& to,
                 const Catalog& desired) {
  const TypeName before = parse(without_domains(from, live));
  const TypeName after = parse(without_domains(to, desired));
  if (before.array != after.array) return false;
  // Of a domain, expressions take the base type by a cast, which would stay to take away a length.
  if (from.object.kind == Kind::domain || to.object.kind == Kind::domain) {
    const bool is_cast = to.object.kind != Kind::domain && !after.modifiers.empty();
    return before.name == after.name && !is_cast;
  }
  const auto is_text = [](const TypeName& type) {
    return type.name == "text" || type.name == "character varying";
  };
  return before.name == after.name || (is_text(before) && is_text(after)) ||
         (integer_digits(before.name) > 0 && integer_digits(after.name) > 0);
}

std::string retype_action(const Column& desired, const TypeChange& change) {
  const std::string name = quote(desired.id.sub);
  std::string action = "ALTER COLUMN " + name + " TYPE " + desired.type.sql;
  if (!desired.collation.empty()) action += " COLLATE " + desired.collation.sql();
  if (!change.using_cast.empty()) action += " USING " + converted(name, change);
  return action;
}

std::string converted(const std::string& value, const TypeChange& change) {
  if (change.makes_json)
    return (change.using_cast == "::json" ? "to_json(" : "to_jsonb(") + value + ")";
  if (!change.makes_array) return value + change.using_cast;
  return "CASE WHEN " + value + " IS NOT NULL THEN ARRAY[" + value + "]" + change.using_cast +
         " END";
}

std::vector<const Table*> keep_not_null_below(const ObjectId& column, const MemberIndex& live) {
  std::vector<const Table*> below = live.of(column).children;
  for (size_t i = 0; i < below.size(); ++i) {
    for (const Table* child : live.of(below[i]->id).children) {
      if (std::find(below.begin(), below.end(), child) == below.end()) below.push_back(child);
    }
  }
  std::erase_if(below, [&](const Table* table) {
    const std::vector<Identifier>& kept = table->kept_not_null;
    return std::find(kept.begin(), kept.end(), column.sub) == kept.end();
  });
  return below;
}

std::string default_storage(const TypeRef& type, const StepBuilder& steps) {
  const TypeName name = parse(without_domains(type, steps.desired));
  if (name.array) return "EXTENDED";
  if (name.object.kind == Kind::base_type) {
    for (const Catalog* catalog : {&steps.desired, &steps.live}) {
      const BaseType* base = catalog->find<BaseType>(name.object);
      if (base != nullptr && base->storage) return uppered(*base->storage);
    }
    return "PLAIN";
  }
  static const std::set<std::string> plain = {"smallint",
                                              "integer",
                                              "bigint",
                                              "real",
                                              "double precision",
                                              "boolean",
                                              "\"char\"",
                                              "name",
                                              "oid",
                                              "uuid",
                                              "date",
                                              "time without time zone",
                                              "time with time zone",
                                              "timestamp without time zone",
                                              "timestamp with time zone",
                                              "interval",
                                              "money",
                                              "point",
                                              "line",
                                              "lseg",
                                              "box",
                                              "circle",
                                              "macaddr",
                                              "macaddr8",
                                              "tsquery",
                                              "xid",
                                              "cid",
                                              "tid",
                                              "pg_lsn",
                                              "regclass",
                                              "regproc",
                                              "regtype"};
  static const std::set<std::string> main = {"numeric", "inet", "cidr"};
  if (main.contains(name.name)) return "MAIN";
  if (plain.contains(name.name) || name.object.kind == Kind::enum_type) return "PLAIN";
  return "EXTENDED";
}

}  // namespace schemadiff
