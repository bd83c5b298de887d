// SQL that several kinds write alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/object.h"

namespace schemadiff {

// "(text)"; a line comment at its end can't swallow the closing parenthesis.
std::string parenthesised(const std::string& text);
// "$$body$$", with a tag where the body holds "$$" or ends in its beginning.
std::string dollar_quoted(const std::string& body);
// A default as the grammar of CREATE TABLE takes it: in parentheses where an operator demands them.
std::string default_sql(const std::string& text);
// "a, b": quoted where SQL needs it.
std::string column_list(const std::vector<Identifier>& names);
// "fillfactor=70, buffering=auto": what stands inside WITH (…) and SET (…).
std::string options_list(const StorageOptions& options);
// The names alone, for RESET (…).
std::string option_names(const StorageOptions& options);
// "=", "OPERATOR(app.=)"
std::string operator_sql(const QualifiedName& op);
// "=", "app.=": as COMMENT ON OPERATOR and CREATE OPERATOR have it.
std::string operator_name(Identifier schema, Identifier name);
// " OPTIONS (host 'x')" with a blank in front; "" if there are none.
std::string foreign_options_sql(const StorageOptions& options);
// "OPTIONS (SET host 'y', ADD port '1', DROP user)". `shown` stands for all values if not empty.
std::string foreign_option_changes(const StorageOptions& live, const StorageOptions& desired,
                                   const std::string& shown = "");
// "lower(email) COLLATE "C" text_pattern_ops DESC NULLS LAST"
std::string index_element_sql(const IndexElement& element);
// "REFERENCES public.a (id) MATCH FULL ON DELETE CASCADE"
std::string foreign_key_sql(const ForeignKey& key);

// What must change from one set of options to another: options to set, and names to reset.
struct OptionChanges {
  StorageOptions set;
  StorageOptions reset;
};
OptionChanges option_changes(const StorageOptions& live, const StorageOptions& desired);

// A setting of a function or role as the catalogs store it, "search_path=app, public", as SET
// writes it: "search_path TO app, public". Lists of names are stored quoted as names; any other
// value is one literal.
std::string setting_sql(const std::string& setting);
// "SET …" and "RESET …", from one list of settings to the other.
std::vector<std::string> setting_changes(const std::vector<std::string>& live,
                                         const std::vector<std::string>& desired);

// The parameters of a sequence, each with a blank in front (" INCREMENT BY 2 START WITH 10"):
// only what PostgreSQL would not choose by itself for `type`.
std::string sequence_parameters(const SequenceOptions& options, std::string_view type);
// What differs between the two, with `prefix` in front of each: " SET INCREMENT BY 5".
std::string sequence_parameter_changes(const SequenceOptions& live, const SequenceOptions& desired,
                                       std::string_view prefix);
// PostgreSQL wants a sequence to stand within its limits, and one that was never used stands at its
// start: true if the start of `live` is beyond the limits of `desired`.
bool must_move(const SequenceOptions& live, const SequenceOptions& desired);
// With the limits of both.
SequenceOptions widened(const SequenceOptions& live, const SequenceOptions& desired);
// Moves an unused sequence to another start. `name` is qualified.
std::string move_unused_sequence(const std::string& name, int64_t start);
// Limits that were those of the old type become those of the new one when a sequence changes its
// type: PostgreSQL does it by itself.
void follow_type(SequenceOptions& options, std::string_view from, std::string_view to);
// The parameters a sequence of `type` has when nothing is said but its direction.
SequenceOptions default_sequence_options(std::string_view type, bool ascending = true);

}  // namespace schemadiff
