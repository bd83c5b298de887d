#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/terminal.h"
#include "engine/postgres/embedded_server.h"

namespace schemadiff {
namespace {

void show(const EmbeddedServer::Status& status) {
  if (!status.initialised) {
    say("There is no embedded server yet: schemadiff db start makes one.");
    return;
  }
  note(fmt::format("PostgreSQL {} {}", status.major_version,
                   status.pid ? fmt::format("is running (pid {})", *status.pid) : "is stopped"));
  note("  data    " + status.state_folder.string());
  note("  log     " + status.log.string());
  note("  project " + status.project.string());
}

int run(DbAction action, EmbeddedServer& server, const Options& options) {
  switch (action) {
    case DbAction::start: {
      const auto status = server.start();
      if (!status) return report(status.error());
      show(*status);
      const auto written = write_output("", status->url + "\n");
      return written ? kExitOk : report(written.error());
    }
    case DbAction::stop: {
      const auto stopped = server.stop();
      if (!stopped) return report(stopped.error());
      note(*stopped ? "Stopped." : "It was not running.");
      return kExitOk;
    }
    case DbAction::status: {
      const auto status = server.status();
      if (!status) return report(status.error());
      show(*status);
      if (!status->pid) return kExitError;
      const auto written = write_output("", status->url + "\n");
      return written ? kExitOk : report(written.error());
    }
    case DbAction::url: {
      const auto written = write_output("", server.url() + "\n");
      return written ? kExitOk : report(written.error());
    }
    case DbAction::psql: {
      const auto status = server.start();
      if (!status) return report(status.error());
      return report(server.psql(options.arguments));
    }
    case DbAction::reset: {
      if (!options.auto_approve) {
        if (!can_ask(options)) {
          complain("reset throws all data of the embedded server away and needs your consent",
                   "run it with --auto-approve");
          return kExitUsage;
        }
        if (!confirm("Throw away all data of the embedded server?")) {
          say("Nothing was changed.");
          return kExitError;
        }
      }
      const auto removed = server.reset();
      if (!removed) return report(removed.error());
      const auto status = server.start();
      if (!status) return report(status.error());
      show(*status);
      return kExitOk;
    }
  }
  return kExitUsage;
}

}  // namespace

int run_db(DbAction action, const Options& options) {
  EmbeddedServerOptions embedded;
  embedded.pg_bin = options.pg_bin;
  auto server = EmbeddedServer::locate(embedded);
  if (!server) return report(server.error());
  return run(action, *server, options);
}

}  // namespace schemadiff
