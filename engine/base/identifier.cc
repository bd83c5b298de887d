#include "engine/base/identifier.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <unordered_set>

#include "engine/base/keywords.h"

namespace schemadiff {
namespace {

// Sharded so that parser threads seldom wait for each other.
class InternPool {
 public:
  const std::string* intern(std::string_view text) {
    const size_t hash = std::hash<std::string_view>()(text);
    Shard& shard = shards_[hash % shards_.size()];
    const std::lock_guard lock(shard.mutex);
    auto found = shard.texts.find(text);
    if (found == shard.texts.end()) found = shard.texts.emplace(text).first;
    return &*found;
  }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  struct Shard {
    std::mutex mutex;
    std::unordered_set<std::string, Hash, std::equal_to<>> texts;
  };
  std::array<Shard, 16> shards_;
};

InternPool& pool() {
  static auto* instance = new InternPool;  // never destroyed: handles outlive static destructors
  return *instance;
}

bool is_plain(std::string_view name) {
  if (name.empty()) return false;
  const auto lower = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return lower(name[0]) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return lower(c) || digit(c); });
}

}  // namespace

Identifier::Identifier() {
  static const std::string* const empty = pool().intern("");
  text_ = empty;
}

Identifier::Identifier(std::string_view text) : text_(pool().intern(text)) {}

std::string quote_identifier(std::string_view name) {
  if (is_plain(name) && !is_reserved_keyword(name)) return std::string(name);
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string quote_literal(std::string_view text) {
  std::string out;
  if (text.find('\\') != std::string_view::npos) out += 'E';
  out += '\'';
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += c;
    out += c;
  }
  return out + '\'';
}

std::string truncate_identifier(std::string_view name) {
  if (name.size() <= kMaxIdentifierBytes) return std::string(name);
  size_t end = kMaxIdentifierBytes;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
  return std::string(name.substr(0, end));
}

}  // namespace schemadiff
