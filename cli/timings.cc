#include "cli/timings.h"

#include <sys/resource.h>

#include <nlohmann/json.hpp>

namespace schemadiff {
namespace {

double milliseconds(Timings::Clock::duration time) {
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(time).count();
  return static_cast<double>(micros) / 1000.0;
}

}  // namespace

void Timings::add(const std::string& name, Clock::duration time) {
  const std::lock_guard lock(mutex_);
  for (auto& [known, total] : stages_) {
    if (known == name) {
      total += time;
      return;
    }
  }
  stages_.emplace_back(name, time);
}

std::string Timings::json() const {
  const std::lock_guard lock(mutex_);
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  nlohmann::ordered_json out = {{"total_ms", milliseconds(Clock::now() - begin_)},
                                {"peak_rss_kib", usage.ru_maxrss}};
  out["stages_ms"] = nlohmann::ordered_json::object();
  for (const auto& [name, time] : stages_) out["stages_ms"][name] = milliseconds(time);
  return out.dump();
}

}  // namespace schemadiff
