// The fields of a kind: one list per struct (kFields) drives ==, diff, dump to JSON and display.
#pragma once

#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "engine/model/values.h"

namespace schemadiff {

enum class Compare : uint8_t {
  always,
  when_stated,  // only where the desired side has a value (std::optional, or non-empty)
};

template <class T, class V>
struct Field {
  const char* name;
  V T::*member;
  Compare compare = Compare::always;
};
template <class T, class V>
Field(const char*, V T::*) -> Field<T, V>;
template <class T, class V>
Field(const char*, V T::*, Compare) -> Field<T, V>;

// Every kind starts with these two; they are not fields (the id is what is compared *by*).
struct ObjectBase {
  ObjectId id;
  SourceSpan source;
};

// How a value is shown to people (`live -> desired`) and written to JSON. A kind that has a
// struct or enum of its own as a field declares display() beside it, found by ADL.
std::string display(bool value);
std::string display(char state);  // pg_rewrite.ev_enabled: O D R A
std::string display(int64_t value);
inline std::string display(int value) { return display(static_cast<int64_t>(value)); }
std::string display(const std::string& value);
std::string display(Identifier value);
std::string display(const QualifiedName& value);
std::string display(const ObjectId& value);
std::string display(const TypeRef& value);
std::string display(const SqlExpression& value);
std::string display(const std::pair<std::string, std::string>& option);
std::string display(Persistence value);
std::string display(const SequenceOptions& value);
std::string display(const NotNullConstraint& value);
template <class V>
std::string display(const std::optional<V>& value) {
  return value ? display(*value) : "none";
}
template <class V>
std::string display(const std::vector<V>& values) {
  std::string out;
  for (const V& value : values) {
    if (!out.empty()) out += ", ";
    out += display(value);
  }
  return out.empty() ? "none" : out;
}

namespace internal {
template <class V>
bool is_stated(const V& value) {
  if constexpr (requires { value.has_value(); }) {
    return value.has_value();
  } else if constexpr (requires { value.empty(); }) {
    return !value.empty();
  } else {
    return true;
  }
}
}  // namespace internal

// One field in which two objects differ.
struct FieldChange {
  std::string name;
  std::string live;  // as display() shows it
  std::string desired;
};

class FieldChanges {
 public:
  void add(FieldChange change) { list_.push_back(std::move(change)); }
  bool empty() const { return list_.empty(); }
  bool has(std::string_view name) const {
    for (const FieldChange& change : list_) {
      if (change.name == name) return true;
    }
    return false;
  }
  // True if nothing but the named fields changed.
  bool only(std::initializer_list<std::string_view> names) const {
    for (const FieldChange& change : list_) {
      bool found = false;
      for (const std::string_view name : names) found = found || change.name == name;
      if (!found) return false;
    }
    return true;
  }
  const std::vector<FieldChange>& list() const { return list_; }

 private:
  std::vector<FieldChange> list_;
};

// The fields of `desired` that `live` does not already satisfy.
template <class T>
FieldChanges compare_fields(const T& live, const T& desired) {
  FieldChanges changes;
  std::apply(
      [&](const auto&... field) {
        (
            [&] {
              const auto& wanted = desired.*field.member;
              const auto& actual = live.*field.member;
              if (field.compare == Compare::when_stated && !internal::is_stated(wanted)) return;
              if (!(actual == wanted)) {
                changes.add({field.name, display(actual), display(wanted)});
              }
            }(),
            ...);
      },
      T::kFields);
  return changes;
}

}  // namespace schemadiff
