// How long each stage takes, and how much memory all of it took: --timings.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace schemadiff {

class Timings {
 public:
  using Clock = std::chrono::steady_clock;

  // Adds the time from its making to its end to the stage of that name. From any thread.
  class Stage {
   public:
    Stage(Timings& timings, std::string name)
        : timings_(timings), name_(std::move(name)), begin_(Clock::now()) {}
    ~Stage() { timings_.add(name_, Clock::now() - begin_); }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

   private:
    Timings& timings_;
    std::string name_;
    Clock::time_point begin_;
  };

  void add(const std::string& name, Clock::duration time);
  // {"total_ms": …, "peak_rss_kib": …, "stages_ms": {…}} on one line.
  std::string json() const;

 private:
  mutable std::mutex mutex_;
  Clock::time_point begin_ = Clock::now();
  std::vector<std::pair<std::string, Clock::duration>> stages_;
};

}  // namespace schemadiff
