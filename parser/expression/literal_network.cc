// inet, cidr, macaddr, macaddr8.
#include <arpa/inet.h>

#include <array>
#include <vector>

#include "parser/expression/literal_scan.h"

namespace schemadiff::literals {
namespace {

// One to four numbers with points between them.
std::optional<std::vector<uint8_t>> octets(Scan& scan) {
  std::vector<uint8_t> out;
  for (;;) {
    const std::string_view rest = scan.rest();
    if (rest.size() > 1 && rest[0] == '0' && is_digit(rest[1])) return std::nullopt;  // octal?
    const auto value = scan.digits(1, 3);
    if (!value || *value > 255) return std::nullopt;
    out.push_back(static_cast<uint8_t>(*value));
    if (out.size() == 4 || !scan.take('.')) return out;
  }
}

std::string written(const std::vector<uint8_t>& bytes, int64_t bits) {
  std::string out = bytes.size() == 4 ? "4" : "6";
  for (const uint8_t byte : bytes) out += "." + std::to_string(byte);
  return out + "/" + std::to_string(bits);
}

// The digits behind '/'; nullopt: not readable. `otherwise` without any.
std::optional<int64_t> mask(std::string_view rest, int64_t otherwise, int64_t most) {
  if (rest.empty()) return otherwise;
  Scan scan(rest);
  if (!scan.take('/')) return std::nullopt;
  const auto bits = scan.digits(1, 3);
  return bits && *bits <= most && scan.done() ? bits : std::nullopt;
}

std::optional<std::string> six(std::string_view text) {
  const size_t slash = text.find('/');
  const std::string address(text.substr(0, slash));
  std::array<uint8_t, 16> bytes{};
  if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return std::nullopt;
  const auto bits = mask(slash == std::string_view::npos ? "" : text.substr(slash), 128, 128);
  if (!bits) return std::nullopt;
  return written({bytes.begin(), bytes.end()}, *bits);
}

int hex(char c) {
  c = lower(c);
  if (is_digit(c)) return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

std::optional<std::string> normal_inet(std::string_view text) {
  if (text.find(':') != std::string_view::npos) return six(text);
  Scan scan(text);
  const auto bytes = octets(scan);
  if (!bytes || bytes->size() != 4) return std::nullopt;
  const auto bits = mask(scan.rest(), 32, 32);
  return bits ? std::optional<std::string>(written(*bytes, *bits)) : std::nullopt;
}

// Without all four numbers or a mask, the class of the network says it.
std::optional<std::string> normal_cidr(std::string_view text) {
  if (text.find(':') != std::string_view::npos) return six(text);
  Scan scan(text);
  auto bytes = octets(scan);
  if (!bytes) return std::nullopt;
  int64_t usual = 8;
  const uint8_t first = (*bytes)[0];
  if (first >= 240)
    usual = 32;
  else if (first >= 224)
    usual = 8;
  else if (first >= 192)
    usual = 24;
  else if (first >= 128)
    usual = 16;
  usual = std::max(usual, static_cast<int64_t>(bytes->size()) * 8);
  if (first == 224 && usual == 8) return std::nullopt;  // 224 alone is 224.0.0.0/4
  const auto bits = mask(scan.rest(), usual, 32);
  if (!bits) return std::nullopt;
  bytes->resize(4);
  return written(*bytes, *bits);
}

std::optional<std::string> normal_hardware_address(std::string_view text, size_t bytes) {
  text = trimmed(text);
  std::string digits;
  char separator = '\0';
  size_t group = 0;  // digits between separators; 0: not known yet
  size_t since = 0;
  for (const char c : text) {
    if (hex(c) >= 0) {
      digits += lower(c);
      ++since;
      continue;
    }
    if ((c != ':' && c != '-' && c != '.') || (separator != '\0' && c != separator)) {
      return std::nullopt;
    }
    if (since == 0 || (group != 0 && since != group)) return std::nullopt;
    separator = c;
    group = since;
    since = 0;
  }
  if (group != 0 && (since != group || (group != 2 && group != 4 && group != 6))) {
    return std::nullopt;
  }
  if (bytes == 6 && (group == 4 ? separator == ':' : separator == '.')) return std::nullopt;
  if (bytes == 8 && digits.size() == 12) digits.insert(6, "fffe");
  return digits.size() == 2 * bytes ? std::optional<std::string>(digits) : std::nullopt;
}

}  // namespace schemadiff::literals
