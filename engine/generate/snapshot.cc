#include "engine/generate/snapshot.h"

#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace schemadiff {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kMark = "schemadiff_snapshot";
constexpr int kVersion = 1;

// What reading throws, and read_snapshot() catches: never leaves this file.
struct BadSnapshot : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// ---- structs inside of fields: their members by name
template <class T, class V>
struct Member {
  const char* name;
  V T::*pointer;
};
template <class T, class V>
Member(const char*, V T::*) -> Member<T, V>;

template <class T>
struct Members;

#define SCHEMADIFF_MEMBERS(type, ...)                      \
  template <>                                              \
  struct Members<type> {                                   \
    using Self = type;                                     \
    static constexpr auto kList = std::tuple{__VA_ARGS__}; \
  };
#define M(member) \
  Member { #member, &Self::member }

SCHEMADIFF_MEMBERS(QualifiedName, M(schema), M(name))
SCHEMADIFF_MEMBERS(TypeRef, M(sql), M(object))
SCHEMADIFF_MEMBERS(SequenceOptions, M(start), M(increment), M(minimum), M(maximum), M(cache),
                   M(cycle))
SCHEMADIFF_MEMBERS(Identity, M(always), M(options), M(sequence), M(sequence_type))
SCHEMADIFF_MEMBERS(GeneratedColumn, M(expression), M(stored))
SCHEMADIFF_MEMBERS(CompositeAttribute, M(name), M(type), M(collation))
SCHEMADIFF_MEMBERS(IndexElement, M(column), M(expression), M(collation), M(operator_class),
                   M(operator_class_options), M(descending), M(nulls_first))
SCHEMADIFF_MEMBERS(ForeignKey, M(referenced_table), M(referenced_columns), M(match), M(on_update),
                   M(on_delete), M(set_columns), M(period))
SCHEMADIFF_MEMBERS(ExclusionElement, M(element), M(op))
SCHEMADIFF_MEMBERS(FunctionArgument, M(mode), M(name), M(type), M(default_value))
SCHEMADIFF_MEMBERS(AggregateState, M(transition), M(inverse), M(final), M(type), M(space),
                   M(final_extra), M(final_modify), M(initial))
SCHEMADIFF_MEMBERS(Aggregate, M(kind), M(direct_arguments), M(plain), M(moving), M(combine),
                   M(serialize), M(deserialize), M(sort_operator))
SCHEMADIFF_MEMBERS(PartitionKeyElement, M(column), M(expression), M(collation), M(operator_class))
SCHEMADIFF_MEMBERS(PartitionKey, M(strategy), M(elements))
SCHEMADIFF_MEMBERS(CollationLocale, M(name))
SCHEMADIFF_MEMBERS(FamilyMember, M(is_function), M(number), M(left), M(right), M(name),
                   M(arguments), M(sort_family))
SCHEMADIFF_MEMBERS(TextSearchMapping, M(token), M(dictionaries))
SCHEMADIFF_MEMBERS(NotNullConstraint, M(name), M(validated), M(no_inherit))
SCHEMADIFF_MEMBERS(MaterializedViewColumn, M(name), M(statistics_target), M(storage),
                   M(compression), M(options), M(type_storage))
SCHEMADIFF_MEMBERS(MaterializedViewColumns, M(list))
SCHEMADIFF_MEMBERS(PartitionOf, M(parent), M(bound))
SCHEMADIFF_MEMBERS(ReplicaIdentity, M(kind), M(index))

// What an object holds beside its fields and is wanted when it is created again.
template <class T>
struct Extras {
  static constexpr auto kList = std::tuple{};
};
#define SCHEMADIFF_EXTRAS(type, ...)                       \
  template <>                                              \
  struct Extras<type> {                                    \
    using Self = type;                                     \
    static constexpr auto kList = std::tuple{__VA_ARGS__}; \
  };
SCHEMADIFF_EXTRAS(Column, M(position), M(inherited))
SCHEMADIFF_EXTRAS(Table, M(own_not_null), M(kept_not_null))
SCHEMADIFF_EXTRAS(Policy, M(table))
SCHEMADIFF_EXTRAS(PublishedTable, M(table))
SCHEMADIFF_EXTRAS(Rule, M(relation))
SCHEMADIFF_EXTRAS(Subscription, M(connect), M(create_slot), M(copy_data))
SCHEMADIFF_EXTRAS(Trigger, M(relation))
SCHEMADIFF_EXTRAS(View, M(columns), M(recursive), M(output))
SCHEMADIFF_EXTRAS(MaterializedView, M(columns), M(with_data))
#undef M

template <class T>
concept HasMembers = requires {
  Members<T>::kList;
};

// ---- writing
Json put(bool value) { return value; }
Json put(char value) { return std::string(1, value); }
Json put(int value) { return value; }
Json put(int64_t value) { return value; }
Json put(const std::string& value) { return value; }
Json put(Identifier value) { return value.str(); }

Json put(const ObjectId& id) {
  Json out = Json::object();
  if (!id.known()) return out;
  out["kind"] = kind_word(id.kind);
  if (id.of != Kind::none) out["of"] = kind_word(id.of);
  if (!id.schema.empty()) out["schema"] = id.schema.str();
  out["name"] = id.name.str();
  if (!id.sub.empty()) out["sub"] = id.sub.str();
  if (!id.grantee.empty()) out["grantee"] = id.grantee.str();
  return out;
}

Json put(const SqlExpression& value) {
  if (value.path.sql.empty()) return value.text;
  return {{"text", value.text}, {"search_path", value.path.sql.str()}};
}

// Names without values: a snapshot is a file like others.
Json put(const SecretOptions& value) {
  Json out = Json::array();
  for (const auto& option : value.options) out.push_back(option.first);
  return value.known ? out : Json();
}

// Never the string itself.
Json put(const ConnectionString&) { return Json(); }

template <class V>
requires std::is_enum_v<V> Json put(V value) { return std::string(1, static_cast<char>(value)); }
template <HasMembers T>
Json put(const T& value);
template <class A, class B>
Json put(const std::pair<A, B>& value) {
  return Json::array({put(value.first), put(value.second)});
}
template <class A, class B>
Json put(const std::map<A, B>& values) {
  Json out = Json::array();
  for (const auto& value : values) out.push_back(put(std::pair<A, B>(value)));
  return out;
}
template <class V>
Json put(const std::optional<V>& value) {
  return value ? put(*value) : Json();
}
template <class V>
Json put(const std::vector<V>& values) {
  Json out = Json::array();
  for (const V& value : values) out.push_back(put(value));
  return out;
}
template <HasMembers T>
Json put(const T& value) {
  Json out = Json::object();
  std::apply([&](const auto&... member) { ((out[member.name] = put(value.*member.pointer)), ...); },
             Members<T>::kList);
  return out;
}

// ---- reading
[[noreturn]] void wrong(const char* wanted, const Json& found) {
  throw BadSnapshot(std::string("expected ") + wanted + ", found " +
                    found.dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 80));
}

void get(const Json& json, bool& out) {
  if (!json.is_boolean()) wrong("true or false", json);
  out = json.get<bool>();
}
void get(const Json& json, std::string& out) {
  if (!json.is_string()) wrong("a string", json);
  out = json.get<std::string>();
}
void get(const Json& json, char& out) {
  if (!json.is_string() || json.get_ref<const std::string&>().size() != 1)
    wrong("one letter", json);
  out = json.get_ref<const std::string&>()[0];
}
void get(const Json& json, int64_t& out) {
  if (!json.is_number_integer()) wrong("a whole number", json);
  out = json.get<int64_t>();
}
void get(const Json& json, int& out) {
  int64_t number = 0;
  get(json, number);
  out = static_cast<int>(number);
}
void get(const Json& json, Identifier& out) {
  std::string text;
  get(json, text);
  out = Identifier(text);
}

Kind kind_from(const std::string& word) {
  Kind found = Kind::none;
#define X(enumerator, type, text) \
  if (word == (text)) found = Kind::enumerator;
  SCHEMADIFF_KINDS(X)
#undef X
  if (found == Kind::none) {
    throw BadSnapshot("the kind '" + word + "' is unknown: a newer schemadiff wrote this");
  }
  return found;
}

void get(const Json& json, ObjectId& out) {
  if (!json.is_object()) wrong("an object's name", json);
  out = {};
  if (json.empty()) return;
  const auto text = [&](const char* key) {
    std::string value;
    if (json.contains(key)) get(json.at(key), value);
    return value;
  };
  out.kind = kind_from(text("kind"));
  if (json.contains("of")) out.of = kind_from(text("of"));
  out.schema = text("schema");
  out.name = text("name");
  out.sub = text("sub");
  out.grantee = text("grantee");
}

void get(const Json& json, SqlExpression& out) {
  if (json.is_object()) {
    get(json.at("text"), out.text);
    std::string path;
    get(json.at("search_path"), path);
    out.path.sql = path;
  } else {
    get(json, out.text);
  }
}

void get(const Json& json, SecretOptions& out) {
  out.known = !json.is_null();
  if (!out.known) return;
  if (!json.is_array()) wrong("a list", json);
  for (const Json& name : json) out.options.emplace_back(name.get<std::string>(), kHidden);
}

void get(const Json&, ConnectionString& out) { out.known = false; }

template <class V>
requires std::is_enum_v<V>
void get(const Json& json, V& out) {
  char letter = 0;
  get(json, letter);
  out = static_cast<V>(letter);
}
template <HasMembers T>
void get(const Json& json, T& out);
template <class A, class B>
void get(const Json& json, std::pair<A, B>& out) {
  if (!json.is_array() || json.size() != 2) wrong("a pair", json);
  get(json[0], out.first);
  get(json[1], out.second);
}
template <class A, class B>
void get(const Json& json, std::map<A, B>& out) {
  for (const Json& item : json) {
    std::pair<A, B> value;
    get(item, value);
    out.insert(std::move(value));
  }
}
template <class V>
void get(const Json& json, std::optional<V>& out) {
  out.reset();
  if (!json.is_null()) get(json, out.emplace());
}
template <class V>
void get(const Json& json, std::vector<V>& out) {
  if (!json.is_array()) wrong("a list", json);
  out.clear();
  for (const Json& item : json) get(item, out.emplace_back());
}
template <class V>
void get_member(const Json& json, const char* name, V& out) {
  // A field that an older schemadiff did not write keeps its default.
  if (json.contains(name)) get(json.at(name), out);
}
template <HasMembers T>
void get(const Json& json, T& out) {
  if (!json.is_object()) wrong("an object", json);
  std::apply(
      [&](const auto&... member) { (get_member(json, member.name, out.*member.pointer), ...); },
      Members<T>::kList);
}

template <class T>
Json put_object(const T& object) {
  Json out = put(object.id);
  Json fields = Json::object();
  std::apply([&](const auto&... field) { ((fields[field.name] = put(object.*field.member)), ...); },
             T::kFields);
  std::apply(
      [&](const auto&... extra) { ((fields[extra.name] = put(object.*extra.pointer)), ...); },
      Extras<T>::kList);
  if (!fields.empty()) out["fields"] = std::move(fields);
  return out;
}

template <class T>
void get_object(const Json& json, const ObjectId& id, Catalog& catalog) {
  T object;
  object.id = id;
  if (json.contains("fields")) {
    const Json& fields = json.at("fields");
    std::apply(
        [&](const auto&... field) { (get_member(fields, field.name, object.*field.member), ...); },
        T::kFields);
    std::apply(
        [&](const auto&... extra) { (get_member(fields, extra.name, object.*extra.pointer), ...); },
        Extras<T>::kList);
  }
  if (!catalog.add(std::move(object))) throw BadSnapshot(describe(id) + " is there twice");
}

}  // namespace

std::string write_snapshot(const Snapshot& snapshot) {
  Json out = {{kMark, kVersion},
              {"database", snapshot.database},
              {"server_version", snapshot.server_version},
              {"time_zone", snapshot.time_zone}};
  Json& objects = out["objects"] = Json::array();
  for_each_kind([&]<class T>() {
    for (const T* object : snapshot.catalog.sorted<T>()) objects.push_back(put_object(*object));
  });
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

bool looks_like_snapshot(std::string_view text) {
  const size_t brace = text.find_first_not_of(" \t\r\n");
  if (brace == std::string_view::npos || text[brace] != '{') return false;
  return text.substr(brace, 200).find('"' + std::string(kMark) + '"') != std::string_view::npos;
}

Result<Snapshot> read_snapshot(std::string_view text, const std::string& name) {
  const std::string hint = "schemadiff dump --format json writes a new one";
  Snapshot snapshot;
  try {
    const Json json = Json::parse(text);
    if (!json.is_object() || !json.contains(kMark)) {
      return fail(ErrorCode::file, name + " is no snapshot of schemadiff", hint);
    }
    int version = 0;
    get(json.at(kMark), version);
    if (version != kVersion) {
      return fail(ErrorCode::file,
                  name + " is a snapshot of format " + std::to_string(version) +
                      "; this build reads format " + std::to_string(kVersion),
                  hint);
    }
    get_member(json, "database", snapshot.database);
    get_member(json, "server_version", snapshot.server_version);
    get_member(json, "time_zone", snapshot.time_zone);
    for (const Json& object : json.at("objects")) {
      ObjectId id;
      get(object, id);
      with_kind(id.kind, [&]<class T>() { get_object<T>(object, id, snapshot.catalog); });
    }
  } catch (const BadSnapshot& bad) {
    return fail(ErrorCode::file, name + " can't be read: " + bad.what(), hint);
  } catch (const Json::exception& bad) {
    return fail(ErrorCode::file, name + " is damaged: " + bad.what(), hint);
  }
  return snapshot;
}

}  // namespace schemadiff
