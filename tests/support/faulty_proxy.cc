#include "tests/support/faulty_proxy.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

#include "tests/support/throwaway_cluster.h"

namespace schemadiff::testing {
namespace {

sockaddr_un address_of(const std::string& path) {
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof(address.sun_path)) throw std::runtime_error("too long: " + path);
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  return address;
}

bool send_all(int socket, const std::string& bytes) {
  for (size_t done = 0; done < bytes.size();) {
    const ssize_t sent = send(socket, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL);
    if (sent <= 0) return false;
    done += static_cast<size_t>(sent);
  }
  return true;
}

// Adds what has come to `buffer`; false: the other end closed.
bool receive(int socket, std::string& buffer) {
  char bytes[65536];
  const ssize_t got = recv(socket, bytes, sizeof bytes, 0);
  if (got <= 0) return false;
  buffer.append(bytes, static_cast<size_t>(got));
  return true;
}

// The first message of `buffer`, taken out of it; nullopt: there is none in full yet. A client's
// first message has no letter in front.
std::optional<std::string> take_message(std::string& buffer, bool has_letter) {
  const size_t at = has_letter ? 1 : 0;
  if (buffer.size() < at + 4) return std::nullopt;
  uint32_t length = 0;
  std::memcpy(&length, buffer.data() + at, 4);
  const size_t size = at + ntohl(length);
  if (buffer.size() < size) return std::nullopt;
  std::string message = buffer.substr(0, size);
  buffer.erase(0, size);
  return message;
}

}  // namespace

FaultyProxy::FaultyProxy() {
  listener_ = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_un address = address_of((folder_.path() / ".s.PGSQL.5432").string());
  if (bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
      listen(listener_, 16) != 0) {
    throw std::runtime_error("cannot listen in " + folder_.path().string());
  }
  server_ = std::thread([this] { serve(); });
}

FaultyProxy::~FaultyProxy() {
  stopping_ = true;
  server_.join();
  for (std::thread& relay : relays_) relay.join();
  close(listener_);
}

std::string FaultyProxy::conninfo(const std::string& database) const {
  return fmt::format("host='{}' port=5432 user=postgres dbname={}", folder_.path().string(),
                     database);
}

void FaultyProxy::break_at(std::string start, Moment moment) {
  start_ = std::move(start);
  moment_ = moment;
}

void FaultyProxy::break_after(std::string earlier, std::string start, Moment moment) {
  earlier_ = std::move(earlier);
  break_at(std::move(start), moment);
}

void FaultyProxy::break_at(size_t number, Moment moment) {
  number_ = number;
  moment_ = moment;
}

std::vector<std::string> FaultyProxy::statements() const {
  const std::lock_guard lock(mutex_);
  return statements_;
}

void FaultyProxy::serve() {
  while (!stopping_) {
    pollfd waiting = {listener_, POLLIN, 0};
    if (poll(&waiting, 1, 50) <= 0) continue;
    const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    if (stay_away_ && broke_) {
      close(client);
      continue;
    }
    relays_.emplace_back([this, client] {
      relay(client);
      close(client);
    });
  }
}

bool FaultyProxy::is_fault(const std::string& statement) {
  const std::lock_guard lock(mutex_);
  const size_t number = statements_.size();
  statements_.push_back(statement);
  if (broke_) return false;
  if (earlier_) {
    if (statement.starts_with(*earlier_)) earlier_.reset();
    return false;
  }
  return (start_ && statement.starts_with(*start_)) || (number_ && *number_ == number);
}

// ParameterStatus of server_version, with the version that we pretend.
std::string FaultyProxy::rewritten(const std::string& message) const {
  static const std::string name("server_version\0", 15);
  if (version_.empty() || message[0] != 'S' || message.compare(5, name.size(), name) != 0) {
    return message;
  }
  const std::string body = name + version_ + '\0';
  const uint32_t length = htonl(static_cast<uint32_t>(body.size() + 4));
  std::string out = "S";
  out.append(reinterpret_cast<const char*>(&length), 4);
  return out + body;
}

void FaultyProxy::relay(int client) {
  const std::string& server_folder = test_server();
  const size_t quote = server_folder.find('\'') + 1;
  const sockaddr_un address = address_of(
      server_folder.substr(quote, server_folder.find('\'', quote) - quote) + "/.s.PGSQL.5432");
  const int server = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  bool alive = connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  std::string from_client;
  std::string from_server;
  bool started = false;
  bool swallow = false;  // the answer to the statement that breaks us
  while (alive && !stopping_) {
    pollfd ends[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
    if (poll(ends, 2, 50) <= 0) continue;
    if (ends[0].revents != 0) {
      alive = receive(client, from_client);
      while (alive) {
        const auto message = take_message(from_client, started);
        if (!message) break;
        // 'Q': a statement as text, which is all that libpqxx sends.
        if (started && (*message)[0] == 'Q' && is_fault(message->substr(5, message->size() - 6))) {
          broke_ = true;
          if (moment_ == Moment::sent) {
            alive = false;
            break;
          }
          swallow = true;
        }
        started = true;
        alive = send_all(server, *message);
      }
    }
    if (alive && ends[1].revents != 0) {
      alive = receive(server, from_server);
      while (alive) {
        const auto message = take_message(from_server, true);
        if (!message) break;
        // 'Z': the server is ready for the next statement.
        if (swallow) {
          alive = (*message)[0] != 'Z';
        } else {
          alive = send_all(client, rewritten(*message));
        }
      }
    }
  }
  close(server);
}

}  // namespace schemadiff::testing
