// A schema, and what a plan would change in it, as one HTML file that needs nothing else.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/generate/erd/erd.h"
#include "engine/generate/erd/layout.h"
#include "engine/introspect/relation_sizes.h"
#include "engine/render/report.h"

namespace schemadiff {

// What a picture of a plan shows: the objects that will be there, and those that go.
struct MarkedCatalog {
  Catalog catalog;
  Marks marks;
};
MarkedCatalog marked_catalog(const Plan& plan, const Catalog& live, const Catalog& target);

struct SchemaPage {
  const Catalog* catalog = nullptr;
  const RelationColumns* columns = nullptr;  // of the same catalog
  const Marks* marks = nullptr;
  const Report* plan = nullptr;                 // nullptr: there is no change to show
  const RelationSizes* sizes = nullptr;         // nullptr: not from a database
  std::string title;                            // "schema.sql", "app on localhost"
  std::function<bool(const ObjectId&)> wanted;  // which tables and other objects are shown
  std::function<std::optional<Place>(SourceSpan)> place;
  LayoutOptions layout;
};

struct RenderedPage {
  std::string html;
  std::string trouble;  // why the picture is not as good as it could be; empty: it is
};

RenderedPage render_html(const SchemaPage& page, const std::string& version);

}  // namespace schemadiff
