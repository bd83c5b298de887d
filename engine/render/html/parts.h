// What the parts of the HTML page share.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/render/html/html.h"
#include "engine/render/markup.h"

namespace schemadiff::html {

// <span class="badge added">added</span>; nothing for Mark::none.
std::string badge(Mark mark);
Mark mark_of(Verb verb);

// The link to the page of a table or view: "#table=public.users".
std::string page_of(const ObjectId& id);

// "policy" -> "Policies"
std::string heading_of(Kind kind);

// What a plan does, one block for each table, type … that it touches.
class Changes {
 public:
  explicit Changes(const Report& report);

  // For people: "2 to create, 1 to alter, 0 to drop; 4 steps in 1 transaction".
  std::string summary() const;
  // Which --allow is missing, what is refused or can't be decided, what is left alone.
  std::string remarks() const;
  // All blocks; `has_page` says which objects have a page to link to.
  std::string all(const std::function<bool(const ObjectId&)>& has_page) const;
  // The block of one table or view; empty if nothing changes there.
  std::string of(const ObjectId& root) const;
  size_t count() const { return groups_.size(); }

 private:
  struct NumberedStep {
    const Step* step = nullptr;
    size_t number = 0;  // from 1
    StepState state = StepState::ready;
  };
  struct Group {
    std::vector<const Change*> changes;
    std::vector<NumberedStep> steps;
    std::vector<const TableRows*> rows;
  };

  std::string body(const ObjectId& root, const Group& group) const;
  std::string change_line(const ObjectId& root, const Change& change) const;
  std::string rows_lines(const TableRows& rows) const;
  std::string steps_block(const Group& group) const;

  const Report& report_;
  std::map<ObjectId, Group> groups_;
};

}  // namespace schemadiff::html
