#include "cli/arguments.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <iostream>
#include <sstream>

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/config.h"
#include "cli/exit_codes.h"
#include "cli/suggestion.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "engine/introspect/pqxx_session.h"

namespace schemadiff {
namespace {

constexpr const char* kExitCodes = R"(
Exit codes:
    0  done, or in sync
    1  an error; nothing more was changed than it says
    2  there are differences (check; plan and diff with --exit-code), or findings (lint)
    3  refused: a step needs --allow
   64  wrong usage
   70  a bug of schemadiff
  130  interrupted)";

constexpr const char* kEnvironment = R"(
Environment:
  DATABASE_URL, SCHEMADIFF_DATABASE_URL   the database, where --db is not given
  PGHOST PGPORT PGUSER PGDATABASE PGPASSWORD PGPASSFILE PGSERVICE PGSSLMODE …
                                          as every libpq program takes them
  PG_BIN                                  folder of initdb and pg_ctl, for the embedded server
  NO_COLOR, CLICOLOR_FORCE, FORCE_COLOR   colour)";

std::string footer(const char* examples) {
  return std::string("Examples:") + examples + "\n" + kExitCodes + "\n" + kEnvironment;
}

constexpr const char* kMainExamples = R"(
  schemadiff plan  --to schema.sql --db postgres://localhost/app
  schemadiff apply --to schema.sql --db postgres://localhost/app
  schemadiff check --to schema.sql --db "$DATABASE_URL"
  schemadiff dump  --db postgres://localhost/app -o schema.sql
  schemadiff lint  schema.sql
  schemadiff diff  git:main:schema.sql schema.sql

'schemadiff COMMAND --help' tells more of each.)";

constexpr const char* kPlanExamples = R"(
  schemadiff plan --to schema.sql                       against $DATABASE_URL
  schemadiff plan --to schema/ --db embedded            a folder; schemadiff's own server
  schemadiff plan --to git:origin/main:db/schema.sql --db service=staging
  schemadiff plan --to schema.sql --format sql -o migration.sql
  pg_dump -s app | schemadiff plan --to - --db postgres://localhost/copy --exit-code)";

constexpr const char* kApplyExamples = R"(
  schemadiff apply --to schema.sql --db postgres://localhost/app
  schemadiff apply --to schema.sql --auto-approve       no questions (CI)
  schemadiff apply --to schema.sql --allow data-loss:table:public.old_logs
  schemadiff apply --to schema.sql --skip-refused       all but what needs an allowance
  schemadiff apply --to schema.sql --lock-timeout 500ms --role app_owner)";

constexpr const char* kCheckExamples = R"(
  schemadiff check --to schema.sql --db "$PRODUCTION_URL"
  schemadiff check --to schema.sql --format json -o drift.json
  schemadiff check --generated                          are the generated files current?
  schemadiff check --since git:HEAD --to schema.sql     hazards of this change; no database)";

constexpr const char* kLintExamples = R"(
  schemadiff lint schema.sql                            no database needed
  schemadiff lint --strict --format github schema/      for CI
  schemadiff lint --db postgres://localhost/app         a database, and how full its keys are)";

constexpr const char* kDiffExamples = R"(
  schemadiff diff old.sql new.sql                       no database needed
  schemadiff diff git:v1.2:schema.sql schema.sql --format sql
  schemadiff diff postgres://localhost/staging postgres://localhost/app
  schemadiff diff snapshot.json schema/ --exit-code)";

constexpr const char* kDumpExamples = R"(
  schemadiff dump --db postgres://localhost/app -o schema.sql
  schemadiff dump --split schema/                       one file an object
  schemadiff dump --format json -o snapshot.json        a snapshot, for --to and diff)";

constexpr const char* kGenerateExamples = R"(
  schemadiff generate drizzle --to schema.sql -o src/drizzle
  schemadiff generate drizzle --db postgres://localhost/app
  schemadiff generate --check                           as schemadiff.toml says, for CI)";

constexpr const char* kSyncExamples = R"(
  schemadiff sync                                       [env.local], or the only one there is
  schemadiff sync --env production --auto-approve
  schemadiff sync --check                               for CI)";

constexpr const char* kInitExamples = R"(
  schemadiff init --db postgres://localhost/app)";

constexpr const char* kReportExamples = R"(
  schemadiff report --to schema.sql -o report.html      no database needed
  schemadiff report --db postgres://localhost/app -o report.html
  schemadiff report --to schema.sql --db "$DATABASE_URL" -o change.html
                                                        the change, drawn on the picture
  schemadiff report --to schema.sql --format mermaid    for a README
  schemadiff report --to schema.sql --format svg --around public.orders -o orders.svg)";

constexpr const char* kDbExamples = R"text(
  schemadiff db start        creates it if need be; the server keeps running
  psql "$(schemadiff db url)"
  schemadiff db reset        throws its data away)text";

// "3s", "500ms", "2min", "1500" (milliseconds, as PostgreSQL reads it), "0" (none).
std::string parse_duration(const std::string& text, std::chrono::milliseconds& out) {
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string unit(end, text.data() + text.size());
  int64_t factor = 0;
  if (unit.empty() || unit == "ms") factor = 1;
  if (unit == "s") factor = 1000;
  if (unit == "min") factor = 60'000;
  if (unit == "h") factor = 3'600'000;
  if (error != std::errc() || number < 0 || factor == 0 || number > INT32_MAX / factor) {
    return "'" + text + "' is no duration: write 500ms, 3s or 2min (0: no limit)";
  }
  out = std::chrono::milliseconds(number * factor);
  return "";
}

std::string path_of(const CLI::App* command) {
  std::string path = command->get_name();
  for (const CLI::App* up = command->get_parent(); up != nullptr; up = up->get_parent()) {
    path = up->get_name() + " " + path;
  }
  return path;
}

// CLI11's, with descriptions that fit a terminal and the whole command in the usage line.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_usage(const CLI::App* app, std::string) const override {
    return CLI::Formatter::make_usage(app, path_of(app));
  }
  std::string make_option_desc(const CLI::Option* option) const override {
    constexpr size_t kWidth = 66;
    std::string out;
    size_t used = 0;
    std::istringstream words(option->get_description());
    for (std::string word; words >> word;) {
      if (used > 0 && used + 1 + word.size() > kWidth) {
        out += '\n';
        used = 0;
      }
      out += (used > 0 ? " " : "") + word;
      used += word.size() + 1;
    }
    return out;
  }
};

class CommandLine {
 public:
  CommandLine() : app_("Converges a PostgreSQL database on the schema you declare.", "schemadiff") {
    app_.formatter(std::make_shared<HelpFormatter>());
    app_.footer(footer(kMainExamples));
    app_.set_version_flag("--version,-V", std::string("schemadiff ") + kSchemadiffVersion,
                          "print the version");
    app_.require_subcommand(0, 1);
    app_.set_help_flag("-h,--help", "this help");

    add_plan();
    add_apply();
    add_check();
    add_diff();
    add_lint();
    add_dump();
    add_generate();
    add_sync();
    add_init();
    add_report();
    add_db();
    CLI::App* version = app_.add_subcommand("version", "print the version");
    version->callback([this] {
      command_ = [] {
        std::cout << "schemadiff " << kSchemadiffVersion << "\n" << std::flush;
        return static_cast<int>(kExitOk);
      };
    });
    help_ = app_.add_subcommand("help", "help on a command");
    help_->add_option("command", help_about_, "the command");
    help_->callback([this] { command_ = [this] { return show_help(); }; });
  }

  int run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      std::cout << current()->help() << std::flush;
      return kExitOk;
    } catch (const CLI::CallForAllHelp&) {
      std::cout << app_.help("", CLI::AppFormatMode::All) << std::flush;
      return kExitOk;
    } catch (const CLI::CallForVersion&) {
      std::cout << "schemadiff " << kSchemadiffVersion << "\n" << std::flush;
      return kExitOk;
    } catch (const CLI::ParseError& error) {
      return usage(error);
    }
    if (!command_) {
      std::cerr << current()->help() << std::flush;
      return kExitUsage;
    }
    Terminal::configure(options_);
    // Not left to CLI11, which would complain of this before it does of a misspelt flag.
    const std::string name = current()->get_name();
    const bool is_wanted = name == "plan" || name == "apply" || name == "check" || name == "sync";
    const bool is_lint = name == "lint" && !options_.list_rules;
    const bool is_report = reads_config_for_report(name);
    if (is_wanted || is_lint || is_report || name == "generate") {
      ConfigUse use;
      use.environment = is_lint || is_report
                            ? !options_.environment.empty()
                            : is_wanted && !options_.generated_only && options_.since.empty();
      use.database_alone = name == "generate";
      use.always = is_lint;
      if (const auto taken = take_from_config(options_, use); !taken) return report(taken.error());
    }
    if (is_lint && options_.to.empty() && options_.db.empty()) {
      return missing("lint takes files, or --db, and there is no schemadiff.toml that names any");
    }
    if (is_wanted && options_.to.empty()) {
      return missing(
          "--to says where the desired state is, and is missing; so is a schemadiff.toml");
    }
    if (name == "diff" && options_.right.empty()) return missing("diff takes two states, A and B");
    return command_();
  }

 private:
  CLI::App* add_command(const char* name, const char* description, const char* examples,
                        std::function<int(const Options&)> function) {
    CLI::App* command = app_.add_subcommand(name, description);
    command->footer(footer(examples));
    command->callback([this, function = std::move(function)] {
      command_ = [this, function] { return function(options_); };
    });
    return command;
  }

  void add_output_options(CLI::App& command) {
    const std::map<std::string, ColorMode> colors = {
        {"auto", ColorMode::automatic}, {"always", ColorMode::always}, {"never", ColorMode::never}};
    command
        .add_option_function<std::string>(
            "--color",
            [this, colors](const std::string& word) { options_.color = colors.at(word); },
            "auto, always or never")
        ->check(CLI::IsMember(std::vector<std::string>{"auto", "always", "never"}).description(""))
        ->option_text("WHEN")
        ->group("Output");
    command.add_flag("-q,--quiet", options_.quiet, "only results and errors")->group("Output");
    // A flag bound to an int is set to 0 by all other commands' flags in CLI11 2.4.
    command
        .add_flag_function(
            "-v,--verbose", [this](int64_t count) { options_.verbose = static_cast<int>(count); },
            "say more")
        ->group("Output");
    command.add_flag("--no-input", options_.no_input, "never ask anything")->group("Output");
    command
        .add_flag("--timings", options_.timings,
                  "stage times and peak memory as JSON on standard error")
        ->group("Output");
  }

  void add_format(CLI::App& command, const std::vector<std::string>& words, const char* help) {
    const std::map<std::string, Format> formats = {
        {"text", Format::text},         {"sql", Format::sql},       {"json", Format::json},
        {"markdown", Format::markdown}, {"github", Format::github}, {"sarif", Format::sarif},
        {"junit", Format::junit}};
    command
        .add_option_function<std::string>(
            "--format",
            [this, formats](const std::string& word) { options_.format = formats.at(word); }, help)
        ->check(CLI::IsMember(words).description(""))
        ->option_text("FORMAT")
        ->group("Output");
    command.add_option("-o,--output", options_.output, "write to FILE instead of standard output")
        ->option_text("FILE")
        ->group("Output");
  }

  void add_to(CLI::App& command) {
    command
        .add_option("--to", options_.to,
                    "the desired state (repeatable): an .sql file, a folder, - for standard input, "
                    "git:REV:path, a database URL, a snapshot JSON")
        ->option_text("STATE")
        ->allow_extra_args(false)
        ->group("States");
    command
        .add_option("--config", options_.config,
                    "instead of the schemadiff.toml of this folder or one above")
        ->option_text("FILE")
        ->group("States");
    command.add_option("--env", options_.environment, "an [env.NAME] of schemadiff.toml")
        ->option_text("NAME")
        ->group("States");
  }

  void add_database(CLI::App& command) {
    command
        .add_option("--db", options_.db,
                    "the live database: a URL or keyword string as libpq takes it, or 'embedded' "
                    "for schemadiff's own server; default: $DATABASE_URL, then PGHOST and so on")
        ->option_text("DATABASE")
        ->group("States");
    add_connection(command);
  }

  void add_target_version(CLI::App& command) {
    std::vector<std::string> versions;
    for (int version = kOldestServer / 10000; version <= kNewestServer / 10000; ++version) {
      versions.push_back(std::to_string(version));
    }
    command
        .add_option_function<std::string>(
            "--target-version",
            [this](const std::string& version) { options_.target_version = std::stoi(version); },
            fmt::format("where no database says it: the PostgreSQL that files are for, {} to {} "
                        "(default: {})",
                        versions.front(), versions.back(), versions.back()))
        ->check(CLI::IsMember(versions).description(""))
        ->option_text("MAJOR")
        ->group("States");
  }

  void add_connection(CLI::App& command) {
    command.add_option("--role", options_.role, "SET ROLE after connecting")
        ->option_text("NAME")
        ->group("States");
    command.add_option("--pg-bin", options_.pg_bin, "folder of initdb and pg_ctl, for 'embedded'")
        ->option_text("DIR")
        ->group("States");
    add_duration(command, "--statement-timeout", options_.statement_timeout,
                 "give up on a statement after this time (default: none)");
  }

  void add_duration(CLI::App& command, const char* name, std::chrono::milliseconds& target,
                    const char* help) {
    command
        .add_option_function<std::string>(
            name,
            [&target, name](const std::string& text) {
              const std::string wrong = parse_duration(text, target);
              if (!wrong.empty()) throw CLI::ValidationError(name, wrong);
            },
            help)
        ->option_text("TIME")
        ->group("Limits");
  }

  static void add_patterns(CLI::App& command, const std::string& name,
                           std::vector<ObjectPattern>& patterns, const std::string& help) {
    command
        .add_option_function<std::vector<std::string>>(
            name,
            [name, &patterns](const std::vector<std::string>& words) {
              for (const std::string& word : words) {
                auto pattern = ObjectPattern::parse(word);
                if (!pattern) {
                  throw CLI::ValidationError(name + " " + word + ": " + pattern.error().sentence +
                                             "\n" + pattern.error().hint);
                }
                patterns.push_back(std::move(*pattern));
              }
            },
            help)
        ->option_text("PATTERN")
        ->allow_extra_args(false)
        ->group("Scope");
  }

  void add_schemas(CLI::App& command, const std::string& otherwise) {
    add_patterns(command, "--schema", options_.schemas,
                 "only these schemas (repeatable, patterns: 'app_*', '*' for the whole database), "
                 "or only such objects: 'app.orders*', 'function:app.*'; default: " +
                     otherwise);
    add_patterns(command, "--exclude", options_.exclude,
                 "leave these alone (repeatable, patterns as for --schema): 'public.legacy_*', "
                 "'trigger:public.*', 'audit'");
  }

  void add_scope(CLI::App& command) {
    add_schemas(command, "those the desired state mentions, and public");
    command
        .add_option(
            "--manage", options_.manage,
            "aspects to manage: structure, comments, privileges, ownership, data (declared rows), "
            "all of them, or roles (of the whole cluster, never part of all); default: all, but "
            "privileges and owners only where the desired state mentions them")
        ->option_text("ASPECTS")
        ->group("Scope");
    command
        .add_option_function<std::string>(
            "--probe",
            [this](const std::string& word) {
              options_.probe = word == "always"  ? ProbeMode::always
                               : word == "never" ? ProbeMode::never
                                                 : ProbeMode::automatic;
            },
            "ask the server whether two spellings mean the same, in a transaction that is "
            "rolled back: auto, always or never")
        ->check(CLI::IsMember(std::vector<std::string>{"auto", "always", "never"}).description(""))
        ->option_text("WHEN")
        ->group("Scope");
  }

  void add_allow(CLI::App& command) {
    command
        .add_option_function<std::vector<std::string>>(
            "--allow",
            [this](const std::vector<std::string>& words) {
              for (const std::string& word : words) {
                const auto added = options_.allowances.add(word);
                if (!added) {
                  throw CLI::ValidationError(added.error().sentence + "\n" + added.error().hint);
                }
              }
            },
            "permit a hazard (repeatable): data-loss:table:public.foo (patterns with * and ?), "
            "data-loss, widens-access, all; 'empty' permits a desired state without objects")
        ->option_text("WHAT")
        ->allow_extra_args(false)
        ->group("Permissions");
  }

  // Of a comparison.
  void add_plan_format(CLI::App& command) {
    add_format(command, {"text", "sql", "json", "markdown", "github", "sarif", "junit"},
               "text, sql (for psql), json, markdown, github (annotations), sarif or junit");
  }

  void add_plan() {
    CLI::App* plan =
        add_command("plan", "show what would change; changes nothing", kPlanExamples, run_plan);
    add_to(*plan);
    add_database(*plan);
    add_scope(*plan);
    add_allow(*plan);
    add_plan_format(*plan);
    plan->add_flag("--exit-code", options_.exit_code, "exit 2 when there are changes")
        ->group("Output");
    plan->add_flag("--explain", options_.explain,
                   "why each step is there, and why it stands where it stands")
        ->group("Output");
    add_output_options(*plan);
  }

  void add_apply() {
    CLI::App* apply = add_command("apply", "change the database until it is as declared",
                                  kApplyExamples, run_apply);
    add_to(*apply);
    add_database(*apply);
    add_scope(*apply);
    add_allow(*apply);
    apply->add_flag("--auto-approve,--yes", options_.auto_approve, "do not ask for confirmation")
        ->group("Permissions");
    apply
        ->add_flag("--skip-refused", options_.skip_refused,
                   "apply what needs no allowance, hold back the rest (exit 3)")
        ->group("Permissions");
    add_duration(*apply, "--lock-timeout", options_.lock_timeout,
                 "give up on a table lock after this time (default: 3s)");
    add_output_options(*apply);
  }

  void add_check() {
    CLI::App* check = add_command(
        "check", "exit 0 if the database and the generated files are as declared, 2 if not",
        kCheckExamples, run_check);
    add_to(*check);
    add_database(*check);
    add_scope(*check);
    add_allow(*check);
    check
        ->add_flag("--generated", options_.generated_only,
                   "only: are the generated files what the schema gives? (no database)")
        ->group("States");
    check
        ->add_option("--since", options_.since,
                     "only: what hazards does the change of the files since this git revision "
                     "bring? exit 2 if one needs an allowance (no database)")
        ->option_text("git:REV")
        ->group("States");
    add_plan_format(*check);
    add_output_options(*check);
  }

  void add_diff() {
    CLI::App* diff = add_command("diff", "compare any two states: what leads from A to B",
                                 kDiffExamples, run_diff);
    diff->add_option("A", options_.left, "the state to start from (as --to takes it)")
        ->group("States");
    diff->add_option("B", options_.right, "the state to get to")->group("States");
    add_target_version(*diff);
    add_connection(*diff);
    add_scope(*diff);
    add_allow(*diff);
    add_plan_format(*diff);
    diff->add_flag("--exit-code", options_.exit_code, "exit 2 when there are differences")
        ->group("Output");
    add_output_options(*diff);
  }

  void add_lint() {
    CLI::App* lint = add_command("lint", "what a schema would be better without; exit 2 on errors",
                                 kLintExamples, run_lint);
    lint->add_option("files", options_.to, "files, folders, git:REV:path … as --to takes them")
        ->group("States");
    lint->add_option("--config", options_.config,
                     "instead of the schemadiff.toml of this folder or one above")
        ->option_text("FILE")
        ->group("States");
    lint->add_option("--env", options_.environment, "with the database of this [env.NAME]")
        ->option_text("NAME")
        ->group("States");
    add_target_version(*lint);
    add_database(*lint);
    add_schemas(*lint, "all");
    lint->add_flag("--strict", options_.strict, "exit 2 on warnings too")->group("Output");
    lint->add_flag("--rules", options_.list_rules, "list the rules, and do nothing else")
        ->group("Output");
    add_format(*lint, {"text", "markdown", "github", "sarif", "junit"},
               "text, markdown, github (annotations), sarif or junit");
    add_output_options(*lint);
  }

  void add_dump() {
    CLI::App* dump =
        add_command("dump", "write a database's schema as clean SQL", kDumpExamples, run_dump);
    add_database(*dump);
    add_scope(*dump);
    add_format(*dump, {"sql", "json"}, "sql, or json for a snapshot");
    dump->add_option("--split", options_.split, "one file an object, under this folder")
        ->option_text("DIR")
        ->group("Output");
    add_output_options(*dump);
  }

  void add_generate() {
    CLI::App* generate =
        add_command("generate", "write TypeScript for Drizzle ORM: schema.ts and relations.ts",
                    kGenerateExamples, run_generate);
    generate->add_option("generator", options_.generator.name, "drizzle (there is no other yet)")
        ->check(CLI::IsMember(std::vector<std::string>{"drizzle"}).description(""));
    add_to(*generate);
    add_target_version(*generate);
    add_database(*generate);
    add_schemas(*generate, "all");
    generate->add_option("-o,--output", options_.output, "folder (default: drizzle)")
        ->option_text("DIR")
        ->group("Output");
    generate
        ->add_option_function<std::string>(
            "--casing",
            [this](const std::string& word) { options_.generator.keep_names = word == "preserve"; },
            "names in TypeScript: camel (default), or preserve: as in the database")
        ->check(CLI::IsMember(std::vector<std::string>{"camel", "preserve"}).description(""))
        ->option_text("CASING")
        ->group("Output");
    generate
        ->add_option("--import-ext", options_.generator.import_extension,
                     "what relations.ts puts behind \"./schema\": .js for nodenext")
        ->option_text("EXT")
        ->group("Output");
    generate
        ->add_flag_function(
            "--no-relations", [this](int64_t) { options_.generator.relations = false; },
            "no relations.ts")
        ->group("Output");
    add_check_only(*generate, "write nothing; exit 2 if a file is not what it would be");
    generate->add_flag("--force", options_.force, "overwrite files that were edited by hand")
        ->group("Permissions");
    add_output_options(*generate);
  }

  void add_sync() {
    CLI::App* sync =
        add_command("sync", "plan, apply, verify and generate, as schemadiff.toml says",
                    kSyncExamples, run_sync);
    add_to(*sync);
    add_database(*sync);
    add_scope(*sync);
    add_allow(*sync);
    sync->add_flag("--auto-approve,--yes", options_.auto_approve, "do not ask for confirmation")
        ->group("Permissions");
    sync->add_flag("--force", options_.force, "overwrite generated files that were edited by hand")
        ->group("Permissions");
    add_duration(*sync, "--lock-timeout", options_.lock_timeout,
                 "give up on a table lock after this time (default: 3s)");
    add_check_only(*sync, "change nothing; exit 2 if the database or a file differs");
    add_output_options(*sync);
  }

  void add_init() {
    CLI::App* init =
        add_command("init", "write a first schemadiff.toml and, given --db, schema.sql",
                    kInitExamples, run_init);
    add_database(*init);
    add_output_options(*init);
  }

  void add_report() {
    CLI::App* report = add_command(
        "report", "the schema as a picture and pages: --to, --db, or the change between them",
        kReportExamples, run_report);
    add_to(*report);
    add_target_version(*report);
    add_database(*report);
    add_scope(*report);
    add_allow(*report);
    const std::map<std::string, ReportFormat> formats = {{"html", ReportFormat::html},
                                                         {"svg", ReportFormat::svg},
                                                         {"dot", ReportFormat::dot},
                                                         {"mermaid", ReportFormat::mermaid}};
    report
        ->add_option_function<std::string>(
            "--format",
            [this, formats](const std::string& word) { options_.report_format = formats.at(word); },
            "html (default): one file with everything; svg: the picture; dot, mermaid: its text")
        ->check(CLI::IsMember(std::vector<std::string>{"html", "svg", "dot", "mermaid"})
                    .description(""))
        ->option_text("FORMAT")
        ->group("Output");
    report
        ->add_option("--around", options_.around,
                     "svg, dot, mermaid: only this table and those that foreign keys join to it")
        ->option_text("TABLE")
        ->group("Scope");
    report->add_option("-o,--output", options_.output, "write to FILE instead of standard output")
        ->option_text("FILE")
        ->group("Output");
    add_output_options(*report);
  }

  // With --db alone that database is the subject, whatever the configuration says.
  bool reads_config_for_report(const std::string& command) const {
    return command == "report" &&
           (options_.db.empty() || !options_.environment.empty() || !options_.config.empty());
  }

  void add_check_only(CLI::App& command, const char* help) {
    command.add_flag("--check", options_.check_only, help)->group("Output");
  }

  void add_db() {
    CLI::App* db = app_.add_subcommand("db", "schemadiff's own PostgreSQL server (--db embedded)");
    db->footer(footer(kDbExamples));
    db->require_subcommand(0, 1);
    const auto add = [&](const char* name, const char* help, DbAction action) {
      CLI::App* command = db->add_subcommand(name, help);
      command->callback(
          [this, action] { command_ = [this, action] { return run_db(action, options_); }; });
      add_output_options(*command);
      command->add_option("--pg-bin", options_.pg_bin, "folder of initdb and pg_ctl")
          ->option_text("DIR");
      return command;
    };
    add("start", "start it, creating it if need be", DbAction::start);
    add("stop", "stop it", DbAction::stop);
    add("status", "is it running, where, which version", DbAction::status);
    add("url", "print its URL", DbAction::url);
    add("psql", "open psql on it; arguments after -- are psql's", DbAction::psql)
        ->add_option("arguments", options_.arguments, "for psql");
    add("reset", "throw its data away and start anew", DbAction::reset)
        ->add_flag("--auto-approve,--yes", options_.auto_approve, "do not ask for confirmation");
  }

  // The innermost command that the arguments name.
  CLI::App* current() {
    CLI::App* command = &app_;
    while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
    return command;
  }

  int show_help() {
    if (help_about_.empty()) {
      std::cout << app_.help() << std::flush;
      return kExitOk;
    }
    try {
      std::cout << app_.get_subcommand(help_about_)->help() << std::flush;
      return kExitOk;
    } catch (const CLI::OptionNotFound&) {
      complain("there is no command '" + help_about_ + "'", "'schemadiff help' lists them");
      return kExitUsage;
    }
  }

  int missing(const char* sentence) {
    complain(sentence, "'" + path_of(current()) + " --help' tells more");
    return kExitUsage;
  }

  int usage(const CLI::ParseError& error) {
    Terminal::configure(options_);
    CLI::App* command = current();
    const std::string see = "'" + path_of(command) + " --help' tells more";
    const std::vector<std::string> extra = app_.remaining(true);
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !extra.empty()) {
      const std::string& word = extra.front();
      const bool is_flag = word.starts_with("-") && word.size() > 1;
      const std::string bare = word.substr(0, word.find('='));
      const std::string guess = closest(bare, is_flag ? flags_of(*command) : commands_of(*command));
      complain(is_flag ? "there is no option " + bare
               : command == &app_ || command->get_name() == "db"
                   ? "there is no command '" + word + "'"
                   : "'" + word + "' is one argument too many",
               guess.empty() ? see : "did you mean " + guess + "? " + see);
      return kExitUsage;
    }
    std::string sentence = error.what();
    const size_t line_end = sentence.find('\n');
    const std::string rest = line_end == std::string::npos ? see : sentence.substr(line_end + 1);
    complain(sentence.substr(0, line_end), rest);
    return kExitUsage;
  }

  static std::vector<std::string> flags_of(const CLI::App& command) {
    std::vector<std::string> flags;
    for (const CLI::Option* option : command.get_options()) {
      for (const std::string& name : option->get_lnames()) flags.push_back("--" + name);
    }
    return flags;
  }
  static std::vector<std::string> commands_of(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::App* sub : command.get_subcommands([](const CLI::App*) { return true; })) {
      names.push_back(sub->get_name());
    }
    return names;
  }

  CLI::App app_;
  CLI::App* help_ = nullptr;
  std::string help_about_;
  Options options_;
  std::function<int()> command_;
};

}  // namespace

int run_command_line(int argc, char** argv) { return CommandLine().run(argc, argv); }

}  // namespace schemadiff
