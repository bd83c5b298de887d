// The only differences between libpqxx 6.4, 7.10 and 8 that matter to us.
#pragma once

#include <functional>
#include <memory>
#include <pqxx/pqxx>
#include <string>

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
