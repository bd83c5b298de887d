#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/pipeline.h"
#include "cli/show.h"
#include "cli/state_reader.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "engine/diff/scope.h"
#include "engine/generate/erd/picture.h"
#include "engine/generate/schema_sql.h"
#include "engine/model/builtin_system_catalog.h"
#include "engine/render/html/html.h"
#include "parser/expression/expression_engine.h"

namespace schemadiff {
namespace {

// What is drawn, wherever it comes from.
struct Subject {
  Catalog catalog;
  Marks marks;
  RelationColumns columns;
  std::optional<RelationSizes> sizes;
  std::string title;
  // What the above was made of, for as long as it is drawn.
  std::unique_ptr<Pipeline> pipeline;
  std::unique_ptr<Comparison> comparison;
  std::unique_ptr<StateReader> reader;
  std::optional<Report> plan;
};

Result<void> read_sizes(Session* session, Subject& subject) {
  if (session == nullptr) return {};
  auto sizes = read_relation_sizes(*session);
  if (!sizes) return fail(std::move(sizes.error()));
  subject.sizes = std::move(*sizes);
  return {};
}

// --to and --db: what the plan leads to, and what it takes away.
Result<Subject> read_change(const Options& options, Timings& timings) {
  auto pipeline = Pipeline::open("", options.to, options, timings);
  if (!pipeline) return fail(std::move(pipeline.error()));
  auto comparison = (*pipeline)->compare();
  if (!comparison) return fail(std::move(comparison.error()));
  Subject subject;
  subject.pipeline = std::move(*pipeline);
  subject.comparison = std::move(*comparison);
  subject.plan = subject.pipeline->report(*subject.comparison);
  const Planning& planning = subject.comparison->planning;
  MarkedCatalog marked = marked_catalog(planning.plan, planning.live, planning.target);
  subject.catalog = std::move(marked.catalog);
  subject.marks = std::move(marked.marks);
  subject.columns =
      relation_columns(subject.catalog, builtin_system_catalog(subject.comparison->server_version));
  subject.title = subject.pipeline->desired_name();
  if (auto read = read_sizes(subject.pipeline->session(), subject); !read)
    return fail(std::move(read.error()));
  return subject;
}

Result<Subject> read_state(const Options& options, Timings& timings) {
  auto reader = options.to.empty() ? StateReader::open_live(options, timings)
                                   : StateReader::open(options.to, options, timings);
  if (!reader) return fail(std::move(reader.error()));
  Subject subject;
  subject.reader = std::move(*reader);
  auto single = read_single_state(*subject.reader, options, timings, [&](LiveState& whole) {
    subject.columns = relation_columns(whole.catalog, whole.system);
  });
  if (!single) return fail(std::move(single.error()));
  subject.catalog = std::move(single->state.catalog);
  subject.title = single->name;
  if (auto read = read_sizes(subject.reader->session(), subject); !read)
    return fail(std::move(read.error()));
  return subject;
}

// The tables around the one that --around names.
Result<Erd> neighbourhood(const Erd& erd, const std::string& name) {
  for (size_t i = 0; i < erd.tables.size(); ++i) {
    const ObjectId& id = erd.tables[i].id;
    if (qualified_name(id) == name || id.schema.str() + "." + id.name.str() == name ||
        (id.schema == Identifier("public") && id.name.str() == name)) {
      return part_of(erd, erd.around(i));
    }
  }
  return fail(ErrorCode::usage, "--around " + name + ": there is no such table",
              "write it with its schema: app.orders");
}

Result<std::string> draw(const Erd& erd, const Subject& subject) {
  std::vector<size_t> tables(erd.tables.size());
  for (size_t i = 0; i < tables.size(); ++i) tables[i] = i;
  Picture picture = picture_of(erd, tables, Detail::full);
  LayoutOptions layout_options;
  Layouts layouts = lay_out({picture.graph}, layout_options);
  if (!layouts.trouble.empty()) {
    return fail(ErrorCode::unsupported, "no picture: " + layouts.trouble,
                layouts.list[0].by_dot || erd.tables.size() <= layout_options.most_boxes
                    ? "install Graphviz (apt install graphviz), or use --format html"
                    : "draw a part of it: --schema PATTERN or --around TABLE");
  }
  picture.layout = std::move(layouts.list[0]);
  SvgOptions svg;
  svg.label = subject.title;
  return picture_svg(erd, picture, svg);
}

Result<void> make_report(const Options& options, Timings& timings) {
  const bool is_page = options.report_format == ReportFormat::html;
  if (is_page && !options.around.empty()) {
    return fail(ErrorCode::usage, "--around goes with --format svg, dot and mermaid",
                "in the HTML page each table has a picture of those around it");
  }
  const bool is_change = !options.to.empty() && !options.db.empty();
  auto subject = is_change ? read_change(options, timings) : read_state(options, timings);
  if (!subject) return fail(std::move(subject.error()));
  const Timings::Stage stage(timings, "render");
  simplify(subject->catalog);
  ScopeOptions scope_options;
  scope_options.only = options.schemas;
  scope_options.exclude = options.exclude;
  const bool all = options.schemas.empty();
  const Scope scope(std::move(scope_options));
  const auto wanted = [&](const ObjectId& id) {
    return !scope.excludes(subject->catalog, id) &&
           (all || id.schema.empty() || scope.includes(subject->catalog, id));
  };
  if (is_page) {
    SchemaPage page;
    page.catalog = &subject->catalog;
    page.columns = &subject->columns;
    page.marks = &subject->marks;
    page.plan = subject->plan ? &*subject->plan : nullptr;
    page.sizes = subject->sizes ? &*subject->sizes : nullptr;
    page.title = subject->title;
    page.wanted = wanted;
    page.place = subject->plan ? subject->plan->place
                               : [&](SourceSpan where) { return subject->reader->place(where); };
    RenderedPage rendered = render_html(page, kSchemadiffVersion);
    if (!rendered.trouble.empty()) {
      warn("the picture is a plain one: " + rendered.trouble,
           "Graphviz lays it out: apt install graphviz");
    }
    return write_output(options.output, rendered.html);
  }
  Erd erd = make_erd(subject->catalog, subject->columns, subject->marks, wanted);
  if (!options.around.empty()) {
    auto part = neighbourhood(erd, options.around);
    if (!part) return fail(std::move(part.error()));
    erd = std::move(*part);
  }
  if (options.report_format == ReportFormat::svg) {
    auto svg = draw(erd, *subject);
    if (!svg) return fail(std::move(svg.error()));
    return write_output(options.output, *svg);
  }
  if (options.report_format == ReportFormat::dot) return write_output(options.output, erd_dot(erd));
  if (erd.edges.size() > kMermaidEdges) {
    warn(fmt::format("{} foreign keys: Mermaid draws no more than {}", erd.edges.size(),
                     kMermaidEdges),
         "draw a part of it (--schema, --around), or raise maxEdges where it is shown");
  }
  return write_output(options.output, erd_mermaid(erd));
}

}  // namespace

int run_report(const Options& options) {
  Timings timings;
  const auto done = make_report(options, timings);
  show_timings(options, timings);
  return done ? kExitOk : report(done.error());
}

}  // namespace schemadiff
