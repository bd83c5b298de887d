// The one way the engine reads a server. The libpqxx implementation is pqxx_session.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace schemadiff {

// One row of a result: text as the server prints it, by column number from 0.
class Row {
 public:
  virtual ~Row() = default;
  // nullptr: NULL. Valid as long as the row set.
  virtual const char* value(int column) const = 0;

  bool is_null(int column) const { return value(column) == nullptr; }
  std::string_view text(int column) const {  // "" for NULL
    const char* raw = value(column);
    return raw == nullptr ? std::string_view() : std::string_view(raw);
  }
  std::string string(int column) const { return std::string(text(column)); }
  bool boolean(int column) const { return text(column) == "t"; }
  char character(int column) const { return text(column).empty() ? '\0' : text(column)[0]; }
  int64_t integer(int column) const;  // 0 for NULL
  uint32_t oid(int column) const { return static_cast<uint32_t>(integer(column)); }
};

// Rows of a result, walked once: while (rows->next()) rows->row().
class RowSet {
 public:
  virtual ~RowSet() = default;
  virtual size_t size() const = 0;
  virtual bool next() = 0;
  virtual const Row& row() const = 0;
};

class CatalogReader {
 public:
  virtual ~CatalogReader() = default;
  virtual Result<std::unique_ptr<RowSet>> query(std::string_view sql) = 0;
  virtual int server_version() const = 0;  // server_version_num
};

// The elements of a one-dimensional array as text, '{a,"b c",NULL}' -> a, b c, (NULL skipped).
std::vector<std::string> parse_array(std::string_view text);

}  // namespace schemadiff
