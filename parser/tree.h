// A typed view of libpg_query's JSON trees: a missing field is its default, as PostgreSQL's node
// writer leaves defaults out. Copy it freely: a Node is two pointers into a document that the
// ParsedSources keep alive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <simdjson.h>

namespace schemadiff {

class NodeList;

// One node: its tag ("CreateStmt"; "" where the grammar leaves no choice, as a RangeVar in
// "relation") and its fields. An absent node has neither and gives defaults for everything.
class Node {
 public:
  Node() = default;
  // Unwraps {"Tag": {…}}: a lone key in upper case. Field names are never in upper case.
  explicit Node(simdjson::dom::element element) {
    if (element.get(object_) != simdjson::SUCCESS) return;
    present_ = true;
    auto field = object_.begin();
    if (field == object_.end()) return;
    const std::string_view key = field.key();
    if (key.empty() || key[0] < 'A' || key[0] > 'Z') return;
    const simdjson::dom::element body = field.value();
    simdjson::dom::object inner;
    if (body.get(inner) != simdjson::SUCCESS) return;
    tag_ = key;
    object_ = inner;
  }

  explicit operator bool() const { return present_; }
  std::string_view tag() const { return tag_; }
  bool is(std::string_view tag) const { return tag_ == tag; }

  bool has(std::string_view key) const {
    simdjson::dom::element value;
    return get(key, value);
  }
  // Strings and enum constants ("AT_AddColumn").
  std::string_view str(std::string_view key) const {
    simdjson::dom::element value;
    std::string_view text;
    return get(key, value) && value.get(text) == simdjson::SUCCESS ? text : std::string_view();
  }
  std::string string(std::string_view key) const { return std::string(str(key)); }
  bool boolean(std::string_view key, bool missing = false) const {
    simdjson::dom::element value;
    bool flag = false;
    return get(key, value) && value.get(flag) == simdjson::SUCCESS ? flag : missing;
  }
  int64_t integer(std::string_view key, int64_t missing = 0) const {
    simdjson::dom::element value;
    int64_t number = 0;
    return get(key, value) && value.get(number) == simdjson::SUCCESS ? number : missing;
  }
  Node child(std::string_view key) const {
    simdjson::dom::element value;
    return get(key, value) ? Node(value) : Node();
  }
  inline NodeList list(std::string_view key) const;

  // Byte offset in the text that was parsed (StatementContext::span makes it a place in a file).
  // Not every node has one: has_location().
  int location() const { return static_cast<int>(integer("location")); }
  bool has_location() const { return has("location") && location() >= 0; }

  // visit(std::string_view key, simdjson::dom::element value) for each field that is not a default.
  template <class Visit>
  void for_each_field(Visit&& visit) const {
    if (!present_) return;
    for (const auto field : object_) visit(field.key, field.value);
  }

  // Of {"String": {"sval": …}}.
  std::string_view sval() const { return str("sval"); }

 private:
  bool get(std::string_view key, simdjson::dom::element& value) const {
    if (!present_) return false;
    for (const auto field : object_) {
      if (field.key == key) {
        value = field.value;
        return true;
      }
    }
    return false;
  }

  std::string_view tag_;
  simdjson::dom::object object_;
  bool present_ = false;
};

// A list of nodes. An element that is NULL in PostgreSQL's list is a Node without tag and fields.
class NodeList {
 public:
  class Iterator {
   public:
    Iterator() = default;  // of a list that is not there
    explicit Iterator(simdjson::dom::array::iterator at) : at_(at) {}
    Node operator*() const { return Node(**at_); }
    Iterator& operator++() {
      ++*at_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ && *at_ != *other.at_; }

   private:
    std::optional<simdjson::dom::array::iterator> at_;
  };

  NodeList() = default;
  explicit NodeList(simdjson::dom::element element) {
    present_ = element.get(array_) == simdjson::SUCCESS;
  }

  size_t size() const { return present_ ? array_.size() : 0; }
  bool empty() const { return size() == 0; }
  Node operator[](size_t index) const {
    for (const Node node : *this) {
      if (index-- == 0) return node;
    }
    return Node();
  }
  Node front() const { return (*this)[0]; }
  Node back() const { return empty() ? Node() : (*this)[size() - 1]; }

  Iterator begin() const { return present_ ? Iterator(array_.begin()) : Iterator(); }
  Iterator end() const { return present_ ? Iterator(array_.end()) : Iterator(); }

 private:
  simdjson::dom::array array_;
  bool present_ = false;
};

inline NodeList Node::list(std::string_view key) const {
  simdjson::dom::element value;
  if (!get(key, value)) return NodeList();
  // A bare List node where the grammar allows any node: {"List": {"items": […]}}.
  if (value.is_object()) return Node(value).is("List") ? Node(value).list("items") : NodeList();
  return NodeList(value);
}

}  // namespace schemadiff
