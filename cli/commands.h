// One function a command; each returns an exit code of cli/exit_codes.h.
#pragma once

#include "cli/options.h"
#include "engine/base/error.h"

namespace schemadiff {

int run_plan(const Options& options);
int run_apply(const Options& options);
int run_check(const Options& options);
int run_diff(const Options& options);
int run_lint(const Options& options);
int run_dump(const Options& options);
int run_generate(const Options& options);
int run_sync(const Options& options);
int run_init(const Options& options);
int run_report(const Options& options);

enum class DbAction { start, stop, status, url, psql, reset };
int run_db(DbAction action, const Options& options);

// Says what went wrong on standard error; the exit code that goes with it.
int report(const Error& error);

}  // namespace schemadiff
