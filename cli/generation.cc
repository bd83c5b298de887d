#include "cli/generation.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "cli/pipeline.h"
#include "cli/state_reader.h"
#include "cli/terminal.h"
#include "engine/generate/drizzle/drizzle.h"
#include "engine/generate/generated_file.h"
#include "parser/expression/expression_engine.h"

namespace schemadiff {
namespace {

namespace fs = std::filesystem;

std::string folder_of(const GeneratorOptions& generator) {
  return generator.output.empty() ? "drizzle" : generator.output;
}

Result<GeneratedFile> make_file(const fs::path& path, const std::string& text) {
  GeneratedFile out;
  out.path = path.string();
  out.text = with_header(text);
  std::error_code error;
  if (!fs::exists(path, error)) return out;
  std::ifstream stream(path, std::ios::binary);
  const std::string present{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) return fail(ErrorCode::file, "cannot read " + out.path);
  const Origin origin = origin_of(present);
  out.state = same_text(present, out.text) ? GeneratedFile::State::current
              : origin == Origin::ours     ? GeneratedFile::State::stale
              : origin == Origin::edited   ? GeneratedFile::State::edited
                                           : GeneratedFile::State::foreign;
  return out;
}

}  // namespace

Result<Generation> prepare_generation(const std::vector<GeneratorOptions>& generators,
                                      const Options& options, Timings& timings) {
  auto reader = options.to.empty() ? StateReader::open_live(options, timings)
                                   : StateReader::open(options.to, options, timings);
  if (!reader) return fail(std::move(reader.error()));
  RelationColumns columns;
  auto state = read_single_state(**reader, options, timings, [&columns](LiveState& whole) {
    columns = relation_columns(whole.catalog, whole.system);
  });
  if (!state) return fail(std::move(state.error()));
  const Catalog& catalog = state->state.catalog;
  const Timings::Stage stage(timings, "generate");
  Generation out;
  out.source = state->name;
  for (const DeclaredRows& rows : state->rows) out.rows += rows.size();
  out.tables = catalog.objects<Table>().size();
  out.views = catalog.objects<View>().size() + catalog.objects<MaterializedView>().size();
  for (const GeneratorOptions& generator : generators) {
    DrizzleOptions drizzle_options;
    drizzle_options.keep_names = generator.keep_names;
    drizzle_options.import_extension = generator.import_extension;
    const DrizzleModules modules = generate_drizzle(catalog, columns, drizzle_options);
    const fs::path folder = folder_of(generator);
    auto schema = make_file(folder / "schema.ts", modules.schema);
    if (!schema) return fail(std::move(schema.error()));
    out.files.push_back(std::move(*schema));
    if (!generator.relations) continue;
    auto relations = make_file(folder / "relations.ts", modules.relations);
    if (!relations) return fail(std::move(relations.error()));
    out.files.push_back(std::move(*relations));
  }
  return out;
}

Result<void> may_overwrite(const Generation& generation, const Options& options) {
  if (options.force) return {};
  for (const GeneratedFile& file : generation.files) {
    if (file.state == GeneratedFile::State::edited) {
      return fail(ErrorCode::file, file.path + ":1: this file was edited since schemadiff wrote it",
                  "keep what you need of it elsewhere, then --force overwrites it");
    }
    if (file.state == GeneratedFile::State::foreign) {
      return fail(ErrorCode::file, file.path + ":1: this file is not one that schemadiff wrote",
                  "choose another folder with -o, or overwrite it with --force");
    }
  }
  return {};
}

Result<void> write_files(Generation& generation) {
  for (GeneratedFile& file : generation.files) {
    if (file.state == GeneratedFile::State::current) continue;
    const fs::path folder = fs::path(file.path).parent_path();
    std::error_code error;
    if (!folder.empty()) fs::create_directories(folder, error);
    if (error) {
      return fail(ErrorCode::file,
                  "cannot make the folder " + folder.string() + ": " + error.message());
    }
    auto written = replace_file(file.path, file.text);
    if (!written) return written;
    file.state = GeneratedFile::State::current;
    file.written = true;
  }
  return {};
}

std::vector<Finding> stale_files(const Generation& generation, const std::string& hint) {
  std::vector<Finding> out;
  for (const GeneratedFile& file : generation.files) {
    if (file.state == GeneratedFile::State::current) continue;
    Finding finding;
    finding.code = "stale-file";
    finding.object = file.path;
    finding.message = file.state == GeneratedFile::State::missing  ? "is missing"
                      : file.state == GeneratedFile::State::edited ? "was edited by hand"
                      : file.state == GeneratedFile::State::stale
                          ? "is not what the schema gives now"
                          : "is not one that schemadiff wrote";
    finding.hint = hint;
    finding.place = Place{file.path, 1, 1};
    out.push_back(std::move(finding));
  }
  return out;
}

bool show_stale(const std::vector<Finding>& stale) {
  for (const Finding& finding : stale) say(finding.object + ":1: " + finding.message);
  if (!stale.empty()) say(stale.front().hint);
  return stale.empty();
}

}  // namespace schemadiff
