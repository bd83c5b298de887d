// One handler a statement, each in a file of its own name; parser/statement_table.cc lists them.
#pragma once

#include <functional>

namespace schemadiff {

class Node;
class StatementContext;
struct ObjectId;

// schema.cc
void create_schema(StatementContext&);
// extension.cc
void create_extension(StatementContext&);
void alter_extension(StatementContext&);
// types.cc
void create_enum(StatementContext&);            // CreateEnumStmt
void alter_enum(StatementContext&);             // AlterEnumStmt
void create_composite_type(StatementContext&);  // CompositeTypeStmt
void alter_composite_type(StatementContext&);   // AlterTableStmt with OBJECT_TYPE
void create_range_type(StatementContext&);      // CreateRangeStmt
// domain.cc
void create_domain(StatementContext&);
void alter_domain(StatementContext&);
// function.cc
void create_function(StatementContext&);  // CREATE PROCEDURE too
void alter_function(StatementContext&);
// view.cc
void create_view(StatementContext&);
void create_materialized_view(StatementContext&);  // CreateTableAsStmt with OBJECT_MATVIEW
// Subcommands of ALTER TABLE/VIEW/MATERIALIZED VIEW on a view: SET (…), RESET (…), ALTER COLUMN
// SET DEFAULT … False: not one of a view's.
bool alter_view_command(StatementContext&, const Node& command);
// trigger.cc
void create_trigger(StatementContext&);
// policy.cc
void create_policy(StatementContext&);
void alter_policy(StatementContext&);
// rule.cc
void create_rule(StatementContext&);
// statistics.cc
void create_statistics(StatementContext&);
void alter_statistics(StatementContext&);
// event_trigger.cc
void create_event_trigger(StatementContext&);
void alter_event_trigger(StatementContext&);
// publication.cc
void create_publication(StatementContext&);
void alter_publication(StatementContext&);
// collation.cc
void create_collation(StatementContext&);
// operator.cc
void create_operator(StatementContext&);
void alter_operator(StatementContext&);
// operator_class.cc
void create_operator_class(StatementContext&);
void create_operator_family(StatementContext&);
void alter_operator_family(StatementContext&);
// cast.cc
void create_cast(StatementContext&);
// text_search.cc
void create_text_search_parser(StatementContext&);
void create_text_search_template(StatementContext&);
void create_text_search_dictionary(StatementContext&);
void alter_text_search_dictionary(StatementContext&);
void create_text_search_configuration(StatementContext&);
void alter_text_search_configuration(StatementContext&);
// foreign_data.cc
void create_foreign_data_wrapper(StatementContext&);
void alter_foreign_data_wrapper(StatementContext&);
void create_foreign_server(StatementContext&);
void alter_foreign_server(StatementContext&);
void create_user_mapping(StatementContext&);
void alter_user_mapping(StatementContext&);
void drop_user_mapping(StatementContext&);
void create_foreign_table(StatementContext&);
// conversion.cc
void create_conversion(StatementContext&);
// language.cc
void create_language(StatementContext&);
void create_transform(StatementContext&);
void create_access_method(StatementContext&);
// comment.cc
void comment_on(StatementContext&);
// grant.cc
void grant(StatementContext&);  // REVOKE too
void alter_default_privileges(StatementContext&);
void alter_owner(StatementContext&);  // AlterOwnerStmt; relations are ALTER TABLE's
// OWNER TO and AUTHORIZATION: a RoleSpec.
void declare_owner(StatementContext&, const ObjectId& target, const Node& role);

// role.cc
void create_role(StatementContext&);
void alter_role(StatementContext&);
void alter_role_set(StatementContext&);
void drop_role(StatementContext&);
void grant_role(StatementContext&);
// subscription.cc
void create_subscription(StatementContext&);
void alter_subscription(StatementContext&);
void drop_subscription(StatementContext&);
// security_label.cc
void security_label(StatementContext&);
// base_type.cc
void create_base_type(StatementContext&);  // DefineStmt with OBJECT_TYPE; shells too
void alter_base_type(StatementContext&);   // AlterTypeStmt

// create_table.cc
void create_table(StatementContext&);
// create_table_as.cc: tables are an error, materialized views go on to view.cc
void create_table_as(StatementContext&);
// alter_table.cc: by kind of object, ALTER INDEX, VIEW, SEQUENCE … too
void alter_table(StatementContext&);
// create_index.cc
void create_index(StatementContext&);
// sequence.cc
void create_sequence(StatementContext&);
void alter_sequence(StatementContext&);
// drop.cc: all kinds
void drop_objects(StatementContext&);
// rename.cc: all kinds; SET SCHEMA
void rename_object(StatementContext&);
void set_object_schema(StatementContext&);
// insert.cc
void insert(StatementContext&);
void copy(StatementContext&);
// settings.cc: SET, RESET, SELECT set_config(…), setval(…)
void set_variable(StatementContext&);
void select(StatementContext&);
// do_block.cc
void do_block(StatementContext&);
// The statements that a DO statement (its node) guards; none of one that can't be read.
void visit_guarded(const Node& statement, const std::function<void(const Node&)>& visit);
// define.cc: DefineStmt: aggregates, operators, collations, base types, text search
void create_aggregate(StatementContext&);
void define_object(StatementContext&);
// unmanaged.cc: accepted with one warning a kind, or accepted without effect, or refused
void unmanaged_statement(StatementContext&);
void ignored_statement(StatementContext&);
void refused_statement(StatementContext&);

}  // namespace schemadiff
