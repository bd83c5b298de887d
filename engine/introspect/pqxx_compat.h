// The only differences between libpqxx 6.4, 7.10 and 8 that matter to us.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <pqxx/pqxx>
#include <string>
#include <vector>

namespace schemadiff::pqxx_compat {

using NoticeHandler = std::function<void(std::string)>;

#if PQXX_VERSION_MAJOR < 7

// 6.4 would reconnect behind our back: without settings, role, transaction or locks.
inline void forbid_reconnecting(pqxx::connection& connection) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  connection.inhibit_reactivation(true);
#pragma GCC diagnostic pop
}

#else

inline void forbid_reconnecting(pqxx::connection&) {}

#endif

#if PQXX_VERSION_MAJOR < 7 || (PQXX_VERSION_MAJOR == 7 && PQXX_VERSION_MINOR < 10)

class NoticeListener : public pqxx::errorhandler {
 public:
  NoticeListener(pqxx::connection& connection, NoticeHandler handler)
      : pqxx::errorhandler(connection), handler_(std::move(handler)) {}
  bool operator()(const char message[]) noexcept override {
    handler_(message);
    return false;
  }

 private:
  NoticeHandler handler_;
};

#else

class NoticeListener {
 public:
  NoticeListener(pqxx::connection& connection, NoticeHandler handler) {
    connection.set_notice_handler(
        [handler = std::move(handler)](pqxx::zview message) { handler(std::string(message)); });
  }
};

#endif

#if PQXX_VERSION_MAJOR < 7

// 6.4 streams only tuples, whose size the compiler knows. It makes a line of one by calling
// separated_list(), which it finds here for a row of ours.
struct CopyLine {
  const std::vector<std::optional<std::string>>& fields;
};

inline std::string separated_list(const char* separator, const CopyLine& line,
                                  const pqxx::internal::TypedCopyEscaper&) {
  std::string out;
  for (const auto& field : line.fields) {
    if (&field != &line.fields.front()) out += separator;
    if (!field) {
      out += "\\N";
      continue;
    }
    for (const char c : *field) {
      if (c == '\\') {
        out += "\\\\";
      } else if (c == '\n') {
        out += "\\n";
      } else if (c == '\r') {
        out += "\\r";
      } else if (c == '\t') {
        out += "\\t";
      } else {
        out += c;
      }
    }
  }
  return out;
}

#endif

// COPY table (columns) FROM stdin. `next` fills the fields of a row, false: there is none.
inline void copy_rows(pqxx::transaction_base& transaction, const std::string& table,
                      const std::vector<std::string>& columns,
                      const std::function<bool(std::vector<std::optional<std::string>>&)>& next) {
  std::vector<std::optional<std::string>> fields;
  std::string list;
  for (const std::string& column : columns) {
    list += (list.empty() ? "" : ", ") + transaction.quote_name(column);
  }
#if PQXX_VERSION_MAJOR < 7
  // It quotes no names.
  pqxx::stream_to stream(transaction, transaction.quote_name(table), std::vector{list});
  while (next(fields)) stream << CopyLine{fields};
#else
  auto stream = pqxx::stream_to::raw_table(transaction, transaction.quote_name(table), list);
  while (next(fields)) stream.write_row(fields);
#endif
  stream.complete();
}

// Walks a result row by row without copying the reference-counted result for each row.
class RowCursor {
 public:
  explicit RowCursor(pqxx::result result) : result_(std::move(result)) {}
  size_t size() const { return static_cast<size_t>(result_.size()); }

#if PQXX_VERSION_MAJOR < 8
  bool next() {
    if (started_) {
      ++row_;
    } else {
      row_ = result_.begin();
      started_ = true;
    }
    return row_ != result_.end();
  }
  const char* value(int column) const {
    const auto field = row_[static_cast<pqxx::row::size_type>(column)];
    return field.is_null() ? nullptr : field.c_str();
  }

 private:
  pqxx::result result_;
  pqxx::result::const_iterator row_;
  bool started_ = false;
#else
  bool next() { return ++row_ < static_cast<long>(result_.size()); }
  const char* value(int column) const {
    const auto field = result_[static_cast<pqxx::result::size_type>(row_)]
                              [static_cast<pqxx::row::size_type>(column)];
    return field.is_null() ? nullptr : field.c_str();
  }

 private:
  pqxx::result result_;
  long row_ = -1;
#endif
};

}  // namespace schemadiff::pqxx_compat
