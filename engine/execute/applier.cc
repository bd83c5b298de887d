#include "engine/execute/applier.h"

#include <algorithm>
#include <thread>

#include "engine/execute/search_path.h"

namespace schemadiff {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// "schemadi", eight bytes of ASCII: the same number in every version of ours.
constexpr const char* kLockKey = "8314604121892152425";

milliseconds since(Clock::time_point begin) {
  return std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
}

Error interruption() {
  Error error;
  error.code = ErrorCode::interrupted;
  error.sentence = "interrupted";
  return error;
}

// The server quotes what it can't read.
void hide_secret(Error& error, const Step& step) {
  error.statement = step.shown;
  static constexpr std::string_view kQuotes = "invalid connection string syntax";
  if (error.sentence.find(kQuotes) != std::string::npos) error.sentence = kQuotes;
  if (error.hint.find(kQuotes) != std::string::npos) error.hint.clear();
}

// What PostgreSQL leaves unsaid.
void add_hint(Error& error) {
  if (error.sqlstate == "23514" && error.sentence.find("no partition of relation") == 0) {
    error.hint =
        "a row violates the bounds of every partition: declare one that takes it, or a DEFAULT one";
  }
}

class Applier {
 public:
  Applier(StatementRunner& server, const Plan& plan, const Verdict& verdict,
          const ApplyOptions& options, Progress& progress)
      : server_(server),
        plan_(plan),
        verdict_(verdict),
        options_(options),
        progress_(progress),
        total_(plan.step_count()) {}

  ApplyReport run() {
    for (const StepState state : verdict_.states) {
      report_.fates.push_back(state == StepState::ready ? StepFate::left : StepFate::not_wanted);
    }
    for (const milliseconds* timeout : {&options_.lock_timeout, &options_.statement_timeout}) {
      const char* name = timeout == &options_.lock_timeout ? "lock_timeout" : "statement_timeout";
      auto set = server_.run(std::string("SET ") + name + " = " + std::to_string(timeout->count()));
      if (!set) return stop(std::move(set.error()));
    }
    size_t first = 0;
    for (const StepGroup& group : plan_.groups) {
      const bool wanted =
          std::any_of(report_.fates.begin() + static_cast<ptrdiff_t>(first),
                      report_.fates.begin() + static_cast<ptrdiff_t>(first + group.steps.size()),
                      [](StepFate fate) { return fate == StepFate::left; });
      if (wanted) {
        if (group.transactional) {
          run_transaction(group, first);
        } else {
          run_alone(group, first);
        }
        if (report_.error) break;
      }
      first += group.steps.size();
    }
    return std::move(report_);
  }

 private:
  ApplyReport stop(Error error) {
    report_.interrupted = error.code == ErrorCode::interrupted;
    report_.error = std::move(error);
    return std::move(report_);
  }

  bool interrupted() const { return options_.interrupted != nullptr && *options_.interrupted; }

  void fail_with(Error error, std::optional<size_t> step) {
    report_.interrupted = error.code == ErrorCode::interrupted || interrupted();
    report_.error = std::move(error);
    report_.failed = step;
  }

  Result<void> run_step(const Step& step, size_t number, bool in_transaction) {
    if (interrupted()) return fail(interruption());
    progress_.step_started(number + 1, total_, step);
    const Clock::time_point begin = Clock::now();
    const std::string set = path_.before(step, in_transaction);
    if (!set.empty()) {
      auto done = server_.run(set);
      if (!done) return done;
    }
    auto done = server_.run(step.sql);
    if (!done && step.secret) hide_secret(done.error(), step);
    if (!done) add_hint(done.error());
    if (done) progress_.step_finished(number + 1, total_, step, since(begin));
    return done;
  }

  void mark(size_t first, size_t count, StepFate from, StepFate to) {
    for (size_t i = first; i < first + count; ++i) {
      if (report_.fates[i] == from) report_.fates[i] = to;
    }
  }

  void run_transaction(const StepGroup& group, size_t first) {
    auto begun = server_.run("BEGIN");
    if (!begun) return fail_with(std::move(begun.error()), std::nullopt);
    size_t ran = 0;
    for (size_t i = 0; i < group.steps.size(); ++i) {
      if (report_.fates[first + i] != StepFate::left) continue;
      auto done = run_step(group.steps[i], first + i, true);
      ++ran;
      report_.fates[first + i] = StepFate::rolled_back;  // until it is committed
      if (!done) return roll_back(std::move(done.error()), first + i);
    }
    auto transaction = server_.value("SELECT pg_current_xact_id_if_assigned()::text");
    if (!transaction) return roll_back(std::move(transaction.error()), std::nullopt);
    if (interrupted()) return roll_back(interruption(), std::nullopt);
    if (const std::string set = path_.before_commit(); !set.empty()) {
      if (auto done = server_.run(set); !done) return roll_back(std::move(done.error()), {});
    }
    auto committed = server_.run("COMMIT");
    path_.transaction_ended();
    if (!committed) {
      Error error = std::move(committed.error());
      if (error.code == ErrorCode::connection && *transaction) {
        return ask_for_commit(**transaction, std::move(error), group, first, ran);
      }
      // A deferred constraint: the server has rolled back by itself.
      server_.reset_cancel();
      [[maybe_unused]] const auto rolled_back = server_.run("ROLLBACK");
      error.sentence = "at COMMIT: " + error.sentence;
      return fail_with(std::move(error), std::nullopt);
    }
    mark(first, group.steps.size(), StepFate::rolled_back, StepFate::done);
    progress_.committed(ran);
  }

  void roll_back(Error error, std::optional<size_t> step) {
    // The interruption has done its work; the next statements are ours again.
    server_.reset_cancel();
    if (error.code != ErrorCode::connection) {
      [[maybe_unused]] const auto rolled_back = server_.run("ROLLBACK");
    }
    path_.transaction_ended();
    name_lock_holders(error, step);
    fail_with(std::move(error), step);
  }

  // Who has the lock that a step waited for in vain: they may still be there.
  void name_lock_holders(const Error& error, std::optional<size_t> step) {
    if (error.code != ErrorCode::lock_timeout || !step) return;
    const Step* failed = nullptr;
    size_t number = 0;
    for (const StepGroup& group : plan_.groups) {
      for (const Step& candidate : group.steps) {
        if (number++ == *step) failed = &candidate;
      }
    }
    if (failed == nullptr) return;
    // An index waits for its table, a foreign key for the one it points to.
    std::string relations;
    const auto mention = [&](const ObjectId& id) {
      if (id.schema.empty()) return;
      if (!relations.empty()) relations += ", ";
      relations += "to_regclass(" + quote_literal(quote(id.schema) + "." + quote(id.name)) + ")";
    };
    mention(failed->object);
    for (const std::vector<ObjectId>* ids :
         {&failed->consumes, &failed->destroys, &failed->releases}) {
      for (const ObjectId& id : *ids) mention(id);
    }
    if (relations.empty()) return;
    auto holders = server_.value(
        "SELECT string_agg(DISTINCT format('%s is locked by pid %s (%s, %s for %s: %s)', "
        "l.relation::regclass, l.pid, a.usename, a.state, "
        "date_trunc('second', now() - a.state_change), left(a.query, 80)), '; ') FROM "
        "pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid WHERE "
        "l.relation IN (" +
        relations + ") AND l.granted AND l.pid <> pg_backend_pid()");
    if (holders && *holders) report_.remarks.push_back(**holders);
  }

  // The connection went while COMMIT was on its way: only the server knows what became of it.
  void ask_for_commit(const std::string& transaction, Error error, const StepGroup& group,
                      size_t first, size_t ran) {
    constexpr int kAttempts = 20;
    std::optional<std::string> status;
    for (int attempt = 0; attempt < kAttempts && !interrupted(); ++attempt) {
      if (attempt > 0) std::this_thread::sleep_for(milliseconds(500));
      if (!server_.reconnect()) continue;
      auto answer = server_.value("SELECT pg_xact_status('" + transaction + "'::xid8)");
      if (!answer) continue;
      status = *answer;
      // "in progress": the old backend has not noticed yet that we are gone.
      if (!status || *status != "in progress") break;
    }
    if (status && *status == "committed") {
      mark(first, group.steps.size(), StepFate::rolled_back, StepFate::done);
      report_.remarks.push_back(
          "the connection was lost at COMMIT; the server says that transaction " + transaction +
          " is committed");
      progress_.committed(ran);
      error.sentence = "the connection was lost right after a COMMIT that went through";
      error.hint = "run apply again: it goes on from here";
      return fail_with(std::move(error), std::nullopt);
    }
    if (status && *status == "aborted") {
      report_.remarks.push_back(
          "the connection was lost at COMMIT; the server says that transaction " + transaction +
          " is rolled back");
      return fail_with(std::move(error), std::nullopt);
    }
    mark(first, group.steps.size(), StepFate::rolled_back, StepFate::unknown);
    report_.remarks.push_back(
        "the connection was lost at COMMIT and the server could not be asked; later, "
        "SELECT pg_xact_status('" +
        transaction + "') tells whether transaction " + transaction + " is committed");
    fail_with(std::move(error), std::nullopt);
  }

  void run_alone(const StepGroup& group, size_t first) {
    for (size_t i = 0; i < group.steps.size(); ++i) {
      if (report_.fates[first + i] != StepFate::left) continue;
      if (interrupted()) {
        return fail_with(interruption(), std::nullopt);
      }
      auto done = run_step(group.steps[i], first + i, false);
      if (!done) {
        report_.fates[first + i] = StepFate::failed;
        server_.reset_cancel();
        name_lock_holders(done.error(), first + i);
        return fail_with(std::move(done.error()), first + i);
      }
      report_.fates[first + i] = StepFate::done;
      if (const std::string back = path_.restore(); !back.empty()) {
        auto restored = server_.run(back);
        if (!restored) return fail_with(std::move(restored.error()), std::nullopt);
      }
    }
  }

  StatementRunner& server_;
  const Plan& plan_;
  const Verdict& verdict_;
  const ApplyOptions& options_;
  Progress& progress_;
  const size_t total_;
  PathInForce path_;
  ApplyReport report_;
};

}  // namespace

size_t ApplyReport::count(StepFate fate) const {
  return static_cast<size_t>(std::count(fates.begin(), fates.end(), fate));
}

ApplyReport apply_steps(StatementRunner& server, const Plan& plan, const Verdict& verdict,
                        const ApplyOptions& options, Progress& progress) {
  return Applier(server, plan, verdict, options, progress).run();
}

Result<ApplyLock> ApplyLock::take(StatementRunner& server, const ApplyOptions& options,
                                  Progress& progress) {
  const Clock::time_point begin = Clock::now();
  bool told = false;
  while (true) {
    auto taken = server.value(std::string("SELECT pg_try_advisory_lock(") + kLockKey + ")::text");
    if (!taken) return fail(std::move(taken.error()));
    if (*taken == "true") return ApplyLock(&server);
    auto holder = server.value(
        std::string(
            "SELECT 'pid ' || l.pid || coalesce(' of ' || a.usename, '') || coalesce(' from '"
            " || a.client_addr::text, '') FROM pg_catalog.pg_locks l LEFT JOIN"
            " pg_catalog.pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory'"
            " AND l.granted AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE"
            " datname = current_database()) AND l.objsubid = 1 AND"
            " ((l.classid::bigint << 32) | l.objid::bigint) = ") +
        kLockKey);
    if (!holder) return fail(std::move(holder.error()));
    const std::string who = *holder ? **holder : "another session";
    if (options.interrupted != nullptr && *options.interrupted) {
      return fail(ErrorCode::interrupted,
                  "interrupted while waiting for another apply (" + who + ")");
    }
    if (since(begin) >= options.wait_for_apply) {
      return fail(ErrorCode::lock_timeout,
                  "another schemadiff apply is at work on this database (" + who + ")",
                  "wait until it is done; pg_terminate_backend() ends one that hangs");
    }
    if (!told) progress.waiting_for_apply(who);
    told = true;
    std::this_thread::sleep_for(milliseconds(250));
  }
}

ApplyLock::~ApplyLock() {
  if (server_ == nullptr) return;
  [[maybe_unused]] const auto released =
      server_->value(std::string("SELECT pg_advisory_unlock(") + kLockKey + ")::text");
}

}  // namespace schemadiff
