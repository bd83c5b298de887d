#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/base/text.h"
#include "engine/generate/erd/picture.h"
#include "engine/model/kind_traits.h"
#include "engine/model/members.h"
#include "engine/model/rules.h"
#include "engine/plan/step_builder.h"
#include "engine/render/embedded.h"
#include "engine/render/html/parts.h"

namespace schemadiff {
namespace html {
namespace {

constexpr size_t kMostTables = 300;     // in one picture
constexpr size_t kMostNeighbours = 30;  // around one table

// 'sha256-…' as a content security policy wants it.
std::string policy_digest(std::string_view hexadecimal) {
  static constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  for (size_t i = 0; i + 1 < hexadecimal.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(std::string(hexadecimal.substr(i, 2)), nullptr, 16));
  }
  std::string out = "'sha256-";
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t group = 0;
    for (size_t j = 0; j < 3; ++j) {
      group = group << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0);
    }
    for (size_t j = 0; j < 4; ++j) {
      out += i + j <= bytes.size() ? kAlphabet[group >> (18 - 6 * j) & 63] : '=';
    }
  }
  return out + "'";
}

std::string human_bytes(int64_t bytes) {
  constexpr const char* kUnits[] = {"B", "kB", "MB", "GB", "TB", "PB"};
  double value = static_cast<double>(bytes);
  size_t unit = 0;
  while (value >= 1024 && unit + 1 < std::size(kUnits)) value /= 1024, ++unit;
  return fmt::format("{:.{}f} {}", value, value < 10 && unit > 0 ? 1 : 0, kUnits[unit]);
}

std::string human_count(double count) {
  std::string digits = fmt::format("{:.0f}", count);
  for (size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, "\u202F");
  return digits;
}

std::string code_cell(std::string_view text) {
  return text.empty() ? "<td></td>" : fmt::format("<td><code>{}</code></td>", escape_markup(text));
}

// How an object is written in SQL: the words of its own rules, without what a reader knows from
// the place where it stands.
template <class T>
std::string definition_of(const T& object, StepBuilder& builder) {
  Rules<T>::create(object, builder);
  std::string out;
  for (const Step& step : builder.take()) {
    std::string sql = step.clause && !step.secret ? step.clause->sql : step.sql_for_output();
    if (!out.empty()) out += ";\n";
    out += sql;
  }
  builder.take_refusals();
  const std::string name = "CONSTRAINT " + quote(object.id.sub) + " ";
  return out.starts_with(name) ? out.substr(name.size()) : out;
}

class Page {
 public:
  Page(const SchemaPage& page, const std::string& version)
      : page_(page),
        catalog_(*page.catalog),
        version_(version),
        members_(catalog_),
        system_(),
        builder_(catalog_, catalog_, system_, kNewestServer) {
    if (page.plan != nullptr) changes_.emplace(*page.plan);
    erd_ = make_erd(catalog_, *page.columns, *page.marks, page.wanted);
    collect_relations();
    collect_parts();
  }

  RenderedPage render() {
    lay_out_pictures();
    std::map<std::string, std::string> parts;
    parts["VERSION"] = escape_markup(version_);
    parts["TITLE"] = escape_markup(page_.title);
    parts["SUBTITLE"] = subtitle();
    parts["POLICY"] = fmt::format(
        "default-src 'none'; img-src data:; style-src {} {} {}; script-src {}; base-uri 'none'; "
        "form-action 'none'",
        policy_digest(embedded::kPaletteCss.sha256), policy_digest(embedded::kPictureCss.sha256),
        policy_digest(embedded::kReportCss.sha256), policy_digest(embedded::kReportJs.sha256));
    parts["PALETTE"] = embedded::kPaletteCss.text;
    parts["PICTURE_STYLE"] = embedded::kPictureCss.text;
    parts["STYLE"] = embedded::kReportCss.text;
    parts["SCRIPT"] = embedded::kReportJs.text;
    parts["MARKERS"] = marker_definitions();
    parts["TABS"] = tabs();
    parts["SCHEMAS"] = schema_filter();
    parts["LIST"] = list();
    parts["PICTURES"] = pictures();
    parts["LEGEND"] = legend();
    parts["TABLES"] = tables_view();
    parts["CHANGES"] = changes_view();
    parts["OBJECTS"] = objects_view();
    std::string pages;
    for (const ObjectId& id : relations_) pages += relation_page(id);
    parts["PAGES"] = std::move(pages);
    return {fill(embedded::kReportHtml.text, parts), trouble_};
  }

 private:
  static constexpr int kNewestServer = 180000;

  // @@NAME@@ -> its part; what a part holds is never looked at again.
  static std::string fill(std::string_view text, const std::map<std::string, std::string>& parts) {
    std::string out;
    while (true) {
      const size_t begin = text.find("@@");
      const size_t end = begin == std::string_view::npos ? begin : text.find("@@", begin + 2);
      if (end == std::string_view::npos) return out.append(text);
      out += text.substr(0, begin);
      const auto part = parts.find(std::string(text.substr(begin + 2, end - begin - 2)));
      if (part != parts.end()) out += part->second;
      text.remove_prefix(end + 2);
    }
  }

  // ---- what there is
  Mark mark_of(const ObjectId& id) const {
    const auto found = page_.marks->find(id);
    return found == page_.marks->end() ? Mark::none : found->second;
  }
  Mark relation_mark(const ObjectId& id) const {
    const Mark own = mark_of(id);
    if (own != Mark::none || !touched_.contains(id)) return own;
    return Mark::altered;
  }
  std::string comment_of(const ObjectId& id) const {
    const Comment* comment = catalog_.find<Comment>(id.commented());
    return comment == nullptr ? "" : comment->text;
  }
  bool has_page(const ObjectId& id) const { return pages_.contains(id); }
  bool is_partition(const ObjectId& id) const {
    const Table* table = catalog_.find<Table>(id);
    return table != nullptr && table->partition_of.has_value();
  }
  std::string name_of(const ObjectId& id) const {
    return escape_markup(shown_name(id, many_schemas_));
  }
  std::string link(const ObjectId& id) const {
    if (!has_page(id)) return fmt::format("<code>{}</code>", escape_markup(qualified_name(id)));
    return fmt::format("<a href=\"{}\">{}</a>", page_of(id), name_of(id));
  }

  void collect_relations() {
    const auto add = [&](const auto& map) {
      for (const auto& [id, object] : map) {
        if (page_.wanted(id)) relations_.push_back(id);
      }
    };
    add(catalog_.objects<Table>());
    add(catalog_.objects<View>());
    add(catalog_.objects<MaterializedView>());
    std::sort(relations_.begin(), relations_.end(), [](const ObjectId& a, const ObjectId& b) {
      return std::tie(a.schema, a.name) < std::tie(b.schema, b.name);
    });
    pages_.insert(relations_.begin(), relations_.end());
    for (const ObjectId& id : relations_) {
      ++schemas_[id.schema];
      if (is_partition(id)) --schemas_[id.schema];
    }
    many_schemas_ = schemas_.size() > 1;
    for (const auto& [id, mark] : *page_.marks) {
      for (ObjectId at = id; at.known(); at = owner_of(catalog_, at)) touched_.insert(at);
    }
  }

  // Everything that hangs on a relation, and everything that stands by itself, by kind.
  void collect_parts() {
    for_each_kind([&]<class T>() {
      if constexpr (!std::is_same_v<T, Column> && !std::is_same_v<T, ColumnDefault> &&
                    !std::is_same_v<T, Comment> && !std::is_same_v<T, Table> &&
                    !std::is_same_v<T, View> && !std::is_same_v<T, MaterializedView> &&
                    !std::is_same_v<T, Schema>) {
        for (const T* object : catalog_.sorted<T>()) {
          ObjectId root = object->id;
          for (ObjectId up = owner_of(catalog_, root); up.known() && up != root;
               up = owner_of(catalog_, root)) {
            root = up;
          }
          if (has_page(root)) {
            parts_[root].push_back(object->id);
          } else if (root == object->id && page_.wanted(root)) {
            parts_[{}].push_back(object->id);
          }
        }
      }
    });
    for (const auto& [id, constraint] : catalog_.objects<Constraint>()) {
      if (constraint.type == ConstraintType::foreign_key && constraint.foreign_key)
        referenced_by_[constraint.foreign_key->referenced_table].push_back(&constraint);
    }
    for (auto& [table, list] : referenced_by_) {
      std::sort(list.begin(), list.end(),
                [](const Constraint* a, const Constraint* b) { return a->id < b->id; });
    }
    const auto note_uses = [&](const ObjectId& view, const SqlExpression& query) {
      for (const ObjectId& used : query.references) {
        if (used.known()) used_by_[used.container(Kind::table)].insert(view);
      }
    };
    for (const auto& [id, view] : catalog_.objects<View>()) note_uses(id, view.query);
    for (const auto& [id, view] : catalog_.objects<MaterializedView>()) note_uses(id, view.query);
  }

  std::string definition(const ObjectId& id) {
    std::string out;
    with_kind(id.kind, [&]<class T>() {
      if (const T* object = catalog_.find<T>(id)) out = definition_of(*object, builder_);
    });
    return out;
  }

  // ---- pictures
  struct SchemaPicture {
    std::string schema;  // "": all
    Detail detail = Detail::full;
    Picture picture;
  };

  void lay_out_pictures() {
    std::map<std::string, std::vector<size_t>> by_schema;
    std::vector<size_t> everything;
    for (size_t i = 0; i < erd_.tables.size(); ++i) {
      everything.push_back(i);
      by_schema[erd_.tables[i].id.schema.str()].push_back(i);
    }
    const auto add = [&](const std::string& schema, const std::vector<size_t>& tables) {
      const Detail detail = tables.size() <= kMostTables ? Detail::full : Detail::headers;
      schema_pictures_.push_back({schema, detail, picture_of(erd_, tables, detail)});
    };
    add("", everything);
    if (by_schema.size() > 1) {
      for (const auto& [schema, tables] : by_schema) add(schema, tables);
    }
    for (const ErdEdge& edge : erd_.edges) {
      neighbours_[edge.from].insert({edge.from, edge.to});
      neighbours_[edge.to].insert({edge.from, edge.to});
    }
    for (size_t i = 0; i < erd_.tables.size(); ++i) {
      std::vector<size_t> around(neighbours_[i].begin(), neighbours_[i].end());
      if (around.size() > kMostNeighbours) {
        std::erase(around, i);
        around.resize(kMostNeighbours - 1);
        around.insert(std::lower_bound(around.begin(), around.end(), i), i);
      }
      neighbourhoods_.push_back(picture_of(erd_, around, Detail::keys));
    }
    std::vector<LayoutGraph> graphs;
    for (SchemaPicture& entry : schema_pictures_) graphs.push_back(entry.picture.graph);
    for (Picture& picture : neighbourhoods_) graphs.push_back(picture.graph);
    Layouts layouts = lay_out(graphs, page_.layout);
    trouble_ = layouts.trouble;
    size_t next = 0;
    for (SchemaPicture& entry : schema_pictures_)
      entry.picture.layout = std::move(layouts.list[next++]);
    for (Picture& picture : neighbourhoods_) picture.layout = std::move(layouts.list[next++]);
  }

  std::string pictures() const {
    std::string out;
    if (!trouble_.empty()) {
      out += fmt::format(
          "<p class=\"notice\">Without a proper layout: {}. Boxes stand in rows, and lines cross "
          "them.</p>\n",
          escape_markup(trouble_));
    }
    for (const SchemaPicture& entry : schema_pictures_) {
      const std::string label =
          entry.schema.empty() ? "All tables" : "Tables of schema " + entry.schema;
      out += fmt::format("<div class=\"canvas\" tabindex=\"0\" data-schema=\"{}\">\n",
                         escape_markup(entry.schema));
      if (entry.detail == Detail::headers) {
        out += fmt::format(
            "<p class=\"notice\">{} tables are too many for one picture with lines: these are "
            "their names{}. Each table's page shows those around it.</p>\n",
            entry.picture.boxes.size(), many_schemas_ ? "; pick a schema for less of them" : "");
      }
      if (entry.picture.boxes.empty()) out += "<p class=\"empty\">There is no table.</p>\n";
      SvgOptions options;
      options.label = label;
      options.links = "#table=";
      options.standalone = false;
      if (!entry.picture.boxes.empty()) out += picture_svg(erd_, entry.picture, options);
      out += "</div>\n";
    }
    return out;
  }

  std::string legend() const {
    std::string out =
        "<span><b class=\"key primary\">PK</b> primary key</span>"
        "<span><b class=\"key foreign\">FK</b> foreign key</span>"
        "<span><b class=\"key foreign\">UQ</b> unique</span>"
        "<span><code>type?</code> may be NULL</span>";
    if (changes_) {
      out +=
          "<span class=\"added\">■ added</span><span class=\"altered\">■ altered</span>"
          "<span class=\"dropped\">■ dropped</span>";
    }
    return out;
  }

  // ---- the frame
  std::string subtitle() const {
    size_t tables = 0, views = 0, partitions = 0;
    for (const ObjectId& id : relations_) {
      ++(id.kind != Kind::table ? views : is_partition(id) ? partitions : tables);
    }
    std::string out = counted(tables, "table");
    if (partitions > 0) out += ", " + counted(partitions, "partition");
    if (views > 0) out += ", " + counted(views, "view");
    out += ", " + counted(erd_.edges.size(), "foreign key");
    if (page_.plan != nullptr) {
      out = fmt::format("{} → {}", escape_markup(page_.plan->from), escape_markup(page_.plan->to));
    }
    return out;
  }

  std::string tabs() const {
    std::string out = "<a href=\"#picture\">Picture</a><a href=\"#tables\">Tables</a>";
    if (changes_) {
      out += fmt::format("<a href=\"#changes\">Changes <span class=\"count\">{}</span></a>",
                         changes_->count());
    }
    if (parts_.contains({})) out += "<a href=\"#objects\">Other objects</a>";
    return out;
  }

  std::string schema_filter() const {
    if (!many_schemas_) return "";
    std::string out =
        "<label class=\"filter\"><span>Schema</span><select id=\"schema\"><option value=\"\">all "
        "schemas</option>";
    for (const auto& [schema, count] : schemas_) {
      out += fmt::format("<option value=\"{0}\">{0} ({1})</option>", escape_markup(schema.str()),
                         count);
    }
    return out + "</select></label>";
  }

  std::string list() {
    std::string out;
    for (const ObjectId& id : relations_) {
      std::string columns;
      for (const ShownColumn& column : columns_of(id)) {
        columns += (columns.empty() ? "" : "\n") + column.name.str();
      }
      const Mark mark = relation_mark(id);
      out += fmt::format(
          "<li class=\"{}{}\" data-schema=\"{}\" data-name=\"{}\" data-columns=\"{}\"{}>"
          "<a href=\"{}\">{}{}</a></li>\n",
          is_partition(id) ? "partition " : "", mark_word(mark), escape_markup(id.schema.str()),
          escape_markup(qualified_name(id)), escape_markup(columns), table_data(id), page_of(id),
          name_of(id), id.kind == Kind::table ? "" : " <small>view</small>");
    }
    return out;
  }

  std::string table_data(const ObjectId& id) const {
    const size_t number = erd_.table_number(id);
    return number == erd_.tables.size() ? "" : fmt::format(" data-table=\"{}\"", number);
  }

  // ---- views
  const RelationSize* size_of(const ObjectId& id) const {
    if (page_.sizes == nullptr) return nullptr;
    const auto found = page_.sizes->find(id);
    return found == page_.sizes->end() ? nullptr : &found->second;
  }
  static std::string rows_text(const RelationSize& size) {
    return size.rows ? "≈ " + human_count(*size.rows) : "not analysed";
  }

  std::string tables_view() {
    const bool sizes = page_.sizes != nullptr;
    std::string out = fmt::format(
        "<table class=\"sortable\"><thead><tr><th>Name</th><th class=\"number\">Columns</th>"
        "<th class=\"number\">References</th><th class=\"number\">Referenced by</th>{}<th>Comment"
        "</th></tr></thead><tbody>\n",
        sizes ? "<th class=\"number\">Rows</th><th class=\"number\">Size</th>" : "");
    for (const ObjectId& id : relations_) {
      if (is_partition(id)) continue;
      size_t references = 0;
      for (const Constraint* constraint : members_.of(id).constraints) {
        references += constraint->type == ConstraintType::foreign_key;
      }
      const auto referenced = referenced_by_.find(id);
      const auto number = [](double value, const std::string& text) {
        return fmt::format("<td class=\"number\" data-value=\"{:.0f}\">{}</td>", value, text);
      };
      const auto count = [&](size_t value) {
        return number(static_cast<double>(value), value == 0 ? "" : std::to_string(value));
      };
      out += fmt::format("<tr data-schema=\"{}\"><td><a href=\"{}\">{}</a>{}{}</td>",
                         escape_markup(id.schema.str()), page_of(id), name_of(id),
                         id.kind == Kind::table ? "" : " <small>view</small>",
                         badge(relation_mark(id)));
      out += count(columns_of(id).size()) + count(references) +
             count(referenced == referenced_by_.end() ? 0 : referenced->second.size());
      if (sizes) {
        const RelationSize* size = size_of(id);
        out += size == nullptr
                   ? "<td class=\"number\" data-value=\"-1\"></td>"
                     "<td class=\"number\" data-value=\"-1\"></td>"
                   : number(size->rows.value_or(-1), rows_text(*size)) +
                         number(static_cast<double>(size->table_bytes + size->index_bytes),
                                human_bytes(size->table_bytes + size->index_bytes));
      }
      out += fmt::format("<td class=\"comment\">{}</td></tr>\n", escape_markup(comment_of(id)));
    }
    out += "</tbody></table>\n";
    if (sizes) {
      out +=
          "<p class=\"quiet\">Rows and sizes are the estimates of pg_class, as the last VACUUM "
          "or ANALYZE left them; sizes include indexes and TOAST.</p>\n";
    }
    return out;
  }

  std::string changes_view() const {
    if (!changes_) return "";
    return fmt::format(
        "<section class=\"view\" id=\"changes\"><div class=\"sheet\"><h2>Changes</h2>\n<p "
        "class=\"summary\">{}.</p>\n{}{}</div></section>\n",
        escape_markup(changes_->summary()), changes_->remarks(),
        changes_->all([this](const ObjectId& id) { return has_page(id); }));
  }

  std::string objects_view() {
    const auto found = parts_.find({});
    if (found == parts_.end()) return "";
    return "<section class=\"view\" id=\"objects\"><div class=\"sheet\"><h2>Other objects</h2>\n" +
           parts_by_kind(found->second, true) + "</div></section>\n";
  }

  // Under a heading for each kind: the name, the SQL, the comment.
  std::string parts_by_kind(const std::vector<ObjectId>& ids, bool folded) {
    std::string out;
    Kind kind = Kind::none;
    for (const ObjectId& id : ids) {
      if (id.kind != kind) {
        if (kind != Kind::none) out += "</div>\n";
        kind = id.kind;
        out += fmt::format("<h3>{}</h3>\n<div class=\"parts\">\n", heading_of(kind));
      }
      const std::string sql = definition(id);
      const std::string comment = comment_of(id);
      const std::string name = id.sub.empty() || id.kind == Kind::function
                                   ? (folded ? qualified_name(id) : id.name.str())
                                   : id.sub.str();
      out += fmt::format("<div class=\"part {}\"><h4>{}{}</h4>", mark_word(mark_of(id)),
                         escape_markup(name), badge(mark_of(id)));
      if (!comment.empty()) out += fmt::format("<p>{}</p>", escape_markup(comment));
      const bool is_long = std::count(sql.begin(), sql.end(), '\n') > 8;
      const std::string text = "<pre>" + escape_markup(sql) + "</pre>";
      out += is_long ? "<details><summary>SQL</summary>" + text + "</details></div>\n"
                     : text + "</div>\n";
    }
    if (kind != Kind::none) out += "</div>\n";
    return out;
  }

  std::vector<ShownColumn> columns_of(const ObjectId& id) const {
    return shown_columns(catalog_, *page_.columns, members_.of(id).columns, id);
  }

  // ---- the page of a table or view
  std::string relation_page(const ObjectId& id) {
    const ObjectBase* base = catalog_.find_base(id);
    const Mark mark = relation_mark(id);
    const std::string comment = comment_of(id);
    std::string place;
    if (base != nullptr && base->source.known() && page_.place && mark != Mark::dropped) {
      if (const auto at = page_.place(base->source))
        place =
            fmt::format("<span class=\"place\">{}:{}</span>", escape_markup(at->file), at->line);
    }
    std::string out = fmt::format(
        "<section class=\"view page {}\" id=\"table={}\"{}><div class=\"sheet\">\n<h2><span "
        "class=\"kind\">{}</span> {}{}{}</h2>\n",
        mark_word(mark), escape_fragment(qualified_name(id)), table_data(id), kind_word(id.kind),
        escape_markup(qualified_name(id)), badge(mark), place);
    if (!comment.empty()) out += fmt::format("<p class=\"lead\">{}</p>\n", escape_markup(comment));
    out += facts(id);
    if (changes_) {
      const std::string changes = changes_->of(id);
      if (!changes.empty()) {
        out += fmt::format("<div class=\"change {}\"><h3>What changes</h3>\n{}</div>\n",
                           mark_word(mark), changes);
      }
    }
    out += neighbourhood(id);
    out += columns_table(id);
    out += references(id);
    const auto parts = parts_.find(id);
    if (parts != parts_.end()) out += parts_by_kind(parts->second, false);
    out += partitions(id);
    const auto users = used_by_.find(id.container(Kind::table));
    if (users != used_by_.end()) {
      out += "<h3>Views that read it</h3>\n<ul class=\"links\">";
      for (const ObjectId& view : users->second) out += "<li>" + link(view) + "</li>";
      out += "</ul>\n";
    }
    if (id.kind != Kind::table) {
      out += fmt::format("<h3>Definition</h3>\n<pre>{}</pre>\n", escape_markup(definition(id)));
    }
    return out + "</div></section>\n";
  }

  std::string facts(const ObjectId& id) const {
    std::vector<std::string> list;
    if (const RelationSize* size = size_of(id)) {
      list.push_back(
          fmt::format("<b>{}</b>{}", rows_text(*size), size->rows ? " rows (an estimate)" : ""));
      list.push_back(fmt::format("<b>{}</b> and <b>{}</b> of indexes",
                                 human_bytes(size->table_bytes), human_bytes(size->index_bytes)));
    }
    if (const Table* table = catalog_.find<Table>(id)) {
      if (table->partition_key) {
        list.push_back("partitioned by <code>" + escape_markup(display(*table->partition_key)) +
                       "</code>");
      }
      if (table->partition_of) {
        list.push_back("partition of " + link(table->partition_of->parent) + " <code>" +
                       escape_markup(table->partition_of->bound.text) + "</code>");
      }
      for (const ObjectId& parent : table->inherits) list.push_back("inherits " + link(parent));
      if (table->persistence == Persistence::unlogged) list.emplace_back("unlogged");
      if (table->row_security) {
        list.emplace_back(table->force_row_security ? "row security, even for the owner"
                                                    : "row security");
      }
    }
    if (list.empty()) return "";
    std::string out = "<ul class=\"facts\">";
    for (const std::string& fact : list) out += "<li>" + fact + "</li>";
    return out + "</ul>\n";
  }

  std::string neighbourhood(const ObjectId& id) const {
    const size_t number = erd_.table_number(id);
    if (number == erd_.tables.size()) return "";
    const Picture& picture = neighbourhoods_[number];
    const auto around = neighbours_.find(number);
    if (around == neighbours_.end() || picture.edges.empty()) {
      return "<p class=\"quiet\">No foreign key leads from here or to here.</p>\n";
    }
    SvgOptions options;
    options.label = "Tables around " + qualified_name(id);
    options.links = "#table=";
    options.standalone = false;
    options.focus = number;
    std::string out = "<div class=\"around\" tabindex=\"0\">\n" +
                      picture_svg(erd_, picture, options) + "</div>\n";
    out += fmt::format(
        "<p class=\"quiet\">{}<a href=\"#picture={}\">Show it in the picture of all"
        "</a></p>\n",
        around->second.size() > picture.boxes.size()
            ? fmt::format("{} of {} tables around it. ", picture.boxes.size() - 1,
                          around->second.size() - 1)
            : "",
        escape_fragment(qualified_name(id)));
    return out;
  }

  std::string columns_table(const ObjectId& id) const {
    const std::vector<ShownColumn> columns = columns_of(id);
    if (columns.empty()) return "";
    const size_t number = erd_.table_number(id);
    const bool is_table = id.kind == Kind::table;
    std::string out = fmt::format(
        "<h3>Columns</h3>\n<div class=\"scroll\"><table class=\"columns\"><thead><tr><th></th><th>"
        "Name</th><th>Type</th>{}<th>Comment</th></tr></thead><tbody>\n",
        is_table ? "<th>Null</th><th>Default</th>" : "");
    for (const ShownColumn& shown : columns) {
      const ObjectId column_id = id.with_sub(Kind::column, shown.name);
      Mark mark = Mark::none;
      std::string keys;
      bool not_null = shown.not_null();
      if (number < erd_.tables.size()) {
        const ErdTable& table = erd_.tables[number];
        const size_t at = table.column_number(shown.name);
        if (at < table.columns.size()) {
          const ErdColumn& column = table.columns[at];
          mark = column.mark;
          not_null = column.not_null;
          if (column.in_primary_key) keys += "<b class=\"key primary\">PK</b>";
          if (column.in_foreign_key) keys += "<b class=\"key foreign\">FK</b>";
          if (column.unique && !column.in_primary_key) keys += "<b class=\"key foreign\">UQ</b>";
        }
      }
      out += fmt::format(
          "<tr class=\"{}\"><td class=\"keys\">{}</td><td><code class=\"name\">{}"
          "</code>{}</td>",
          mark_word(mark), keys, escape_markup(shown.name.str()), badge(mark));
      out += code_cell(shown.type.sql);
      if (is_table) {
        out += fmt::format("<td>{}</td>", not_null ? "" : "null");
        out += code_cell(default_of(column_id, shown.column));
      }
      out +=
          fmt::format("<td class=\"comment\">{}</td></tr>\n", escape_markup(comment_of(column_id)));
    }
    return out + "</tbody></table></div>\n";
  }

  std::string default_of(const ObjectId& column_id, const Column* column) const {
    if (column != nullptr && column->generated) return display(*column->generated);
    if (column != nullptr && column->identity) {
      return column->identity->always ? "GENERATED ALWAYS AS IDENTITY"
                                      : "GENERATED BY DEFAULT AS IDENTITY";
    }
    const ColumnDefault* value =
        catalog_.find<ColumnDefault>(column_id.with_sub(Kind::column_default, column_id.sub));
    return value == nullptr ? "" : value->expression.text;
  }

  std::string references(const ObjectId& id) const {
    std::string out;
    const auto columns = [](const std::vector<Identifier>& names) {
      std::string list;
      for (const Identifier name : names) list += (list.empty() ? "" : ", ") + name.str();
      return "<code>" + escape_markup(list) + "</code>";
    };
    std::string references;
    for (const Constraint* constraint : members_.of(id).constraints) {
      if (constraint->type != ConstraintType::foreign_key || !constraint->foreign_key) continue;
      references += fmt::format(
          "<li class=\"{}\">{} → {} {}{}</li>", mark_word(mark_of(constraint->id)),
          columns(constraint->columns), link(constraint->foreign_key->referenced_table),
          columns(constraint->foreign_key->referenced_columns), badge(mark_of(constraint->id)));
    }
    if (!references.empty())
      out += "<h3>References</h3>\n<ul class=\"links\">" + references + "</ul>\n";
    const auto found = referenced_by_.find(id);
    if (found == referenced_by_.end()) return out;
    out += "<h3>Referenced by</h3>\n<ul class=\"links\">";
    for (const Constraint* constraint : found->second) {
      out += fmt::format("<li class=\"{}\">{} {} → {}{}</li>", mark_word(mark_of(constraint->id)),
                         link(constraint->id.container(Kind::table)), columns(constraint->columns),
                         columns(constraint->foreign_key->referenced_columns),
                         badge(mark_of(constraint->id)));
    }
    return out + "</ul>\n";
  }

  std::string partitions(const ObjectId& id) const {
    const std::vector<const Table*>& children = members_.of(id).children;
    if (children.empty()) return "";
    const Table* table = catalog_.find<Table>(id);
    const bool partitioned = table != nullptr && table->partition_key;
    std::string out = fmt::format("<h3>{}</h3>\n<div class=\"scroll\"><table><tbody>\n",
                                  partitioned ? "Partitions" : "Tables that inherit from it");
    for (const Table* child : children) {
      const RelationSize* size = size_of(child->id);
      out += fmt::format("<tr><td>{}{}</td>{}", link(child->id), badge(relation_mark(child->id)),
                         code_cell(child->partition_of ? child->partition_of->bound.text : ""));
      if (size != nullptr) {
        out += fmt::format("<td class=\"number\">{}</td><td class=\"number\">{}</td>",
                           rows_text(*size), human_bytes(size->table_bytes + size->index_bytes));
      }
      out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
  }

  const SchemaPage& page_;
  const Catalog& catalog_;
  const std::string& version_;
  MemberIndex members_;
  SystemCatalog system_;
  StepBuilder builder_;
  std::optional<Changes> changes_;
  Erd erd_;
  std::vector<ObjectId> relations_;  // with a page, by schema and name
  std::set<ObjectId> pages_;
  std::set<ObjectId> touched_;  // changed, or with something in it that is
  std::map<Identifier, size_t> schemas_;
  bool many_schemas_ = false;
  std::map<ObjectId, std::vector<ObjectId>> parts_;  // by relation; {}: what stands by itself
  std::map<ObjectId, std::vector<const Constraint*>> referenced_by_;
  std::map<ObjectId, std::set<ObjectId>> used_by_;
  std::vector<SchemaPicture> schema_pictures_;
  std::map<size_t, std::set<size_t>> neighbours_;  // with the table itself
  std::vector<Picture> neighbourhoods_;
  std::string trouble_;
};

}  // namespace
}  // namespace html

MarkedCatalog marked_catalog(const Plan& plan, const Catalog& live, const Catalog& target) {
  MarkedCatalog out;
  out.catalog = target;
  for (const Change& change : plan.changes) {
    if (change.rebuild) {
      out.marks.emplace(change.id, Mark::altered);
      continue;
    }
    const auto entry = out.marks.emplace(change.id, html::mark_of(change.verb));
    // Dropped and created anew under its name.
    if (!entry.second) entry.first->second = Mark::altered;
    if (change.verb != Verb::drop) continue;
    with_kind(change.id.kind, [&]<class T>() {
      const T* object = live.find<T>(change.id);
      if (object != nullptr && !out.catalog.add(*object)) entry.first->second = Mark::altered;
    });
  }
  return out;
}

RenderedPage render_html(const SchemaPage& page, const std::string& version) {
  return html::Page(page, version).render();
}

}  // namespace schemadiff
