#include "engine/model/default_names.h"

#include "engine/base/identifier.h"

namespace schemadiff {
namespace {

// The longest beginning of `text` within `bytes` that cuts no character.
std::string_view clip(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace

std::string make_object_name(std::string_view name1, std::string_view name2,
                             std::string_view label) {
  size_t overhead = 0;
  if (!name2.empty()) ++overhead;
  if (!label.empty()) overhead += label.size() + 1;
  const size_t available = kMaxIdentifierBytes > overhead ? kMaxIdentifierBytes - overhead : 0;
  size_t bytes1 = name1.size();
  size_t bytes2 = name2.size();
  while (bytes1 + bytes2 > available) {
    if (bytes1 > bytes2) {
      --bytes1;
    } else {
      --bytes2;
    }
  }
  std::string out(clip(name1, bytes1));
  if (!name2.empty()) out.append("_").append(clip(name2, bytes2));
  if (!label.empty()) out.append("_").append(label);
  return out;
}

std::string not_null_constraint_name(std::string_view relation, std::string_view column) {
  return make_object_name(relation, column, "not_null");
}

std::string choose_object_name(std::string_view name1, std::string_view name2,
                               std::string_view label,
                               const std::function<bool(std::string_view)>& taken) {
  std::string name = make_object_name(name1, name2, label);
  for (int pass = 1; taken(name); ++pass) {
    name = make_object_name(name1, name2, std::string(label) + std::to_string(pass));
  }
  return name;
}

std::string multirange_name(std::string_view range_type) {
  constexpr std::string_view kMultirange = "multirange";
  const size_t at = range_type.find("range");
  if (at == std::string_view::npos) {
    constexpr std::string_view kSuffix = "_multirange";
    return std::string(clip(range_type, kMaxIdentifierBytes - kSuffix.size())).append(kSuffix);
  }
  std::string name(range_type.substr(0, at));
  name.append(kMultirange).append(range_type.substr(at + 5));
  return truncate_identifier(name);
}

}  // namespace schemadiff
