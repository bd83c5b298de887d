// Sequences that keep their place while the columns they serve change.
#pragma once

#include "engine/plan/step_builder.h"

namespace schemadiff {

// A name for a sequence that waits for its successor to go on where it stands.
QualifiedName aside_sequence(const QualifiedName& sequence, const StepBuilder& steps);

// The sequences that give a live column its values and go with it: of an identity column, or of a
// column that owns them and loses them.
std::vector<QualifiedName> outgoing_sequences(const Column& live, const StepBuilder& steps);

// A sequence that is made for a column and owned by it; nullptr: none.
const Sequence* incoming_sequence(const ObjectId& column, const StepBuilder& steps);

// The new sequence of a desired column goes on where the outgoing one stands: `from`, if that has
// been renamed. Appends nothing where there is no new sequence. Gives the step, or nullptr.
Step* continue_sequence(const Column& desired, const QualifiedName& from, StepBuilder& steps);

// The sequence `to`, an expression of type regclass, goes on where `from` stands.
Step& take_position(const Column& column, const std::string& to, const SequenceOptions& options,
                    const QualifiedName& from, StepBuilder& steps);

// The sequence `to` goes on behind the values that the rows of a table have in a column already: a
// new one would give them out again. It never goes back behind `from`, an expression.
Step& continue_after_rows(const ObjectBase& object, const std::string& to, const std::string& from,
                          const SequenceOptions& sequence, const ObjectId& column,
                          StepBuilder& steps);

// OWNED BY again, when the column has been made anew.
void renew_ownership(const Sequence& desired, StepBuilder& steps);

}  // namespace schemadiff
