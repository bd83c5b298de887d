// Prints where two of drizzle-kit's snapshots differ in meaning, each difference with its reason
// (docs/drizzle.md has them at length): node compare_snapshots.mjs PULLED GENERATED
// A difference that nothing explains says "UNEXPLAINED".
import { readFileSync } from "node:fs";

const [pulled, generated] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));

// drizzle-kit takes blanks, parentheses and its own search_path out of what the server prints.
const text = (value) => value.replace(/[\s();]|public\./g, "");

const missing = Symbol("missing");
const shown = (value) => (value === missing ? "nothing" : JSON.stringify(value).slice(0, 60));
const sorted = (values) => JSON.stringify([...values].sort());

// [reason, path, what else must hold of the pulled value, the generated one, and the path]
const reasons = [
	["a partitioned table stands for its partitions", /^tables\/[^/]+$/, (a, b) => a === missing || b === missing],
	["defaults keep their cast", /\/default$/, (a, b) => typeof b === "string" && b.startsWith(`${a}::`)],
	["defaults are what they are", /\/default$/, (a, b) => a !== missing && b !== missing],
	["drizzle-kit knows no schema of the enum of an array", /\/(typeSchema|type)$/, (a, b, path) => columnOf(generated, path)?.typeSchema !== undefined],
	["\"char\" is not char", /\/type$/, (a, b) => a === "char" && b === "\"char\""],
	["arrays have no dimensions in a snapshot of a module", /\/type$/, (a, b) => /\[\]\[\]/.test(a) && b === a.replace(/(\[\])+$/, "[]")],
	["domains are types of their own", /\/type$/, (a, b) => typeof b === "string" && b.endsWith(`.${a}`)],
	["domains are types of their own", /\/(typeSchema|type)$/, (a, b, path) => columnOf(pulled, path)?.typeSchema !== undefined && columnOf(generated, path)?.typeSchema === undefined],
	["a key's own name is kept", /\/(primaryKey|compositePrimaryKeys\/[^/]+)$/, () => true],
	["drizzle-kit does not see NULLS NOT DISTINCT", /\/nullsNotDistinct$/, (a, b) => a === false && b === true],
	["drizzle-kit reads checks wrongly that are NOT VALID", /\/checkConstraints\/[^/]+\/value$/, (a) => a.endsWith("NOT VALID")],
	["the index's columns are told apart from its expressions, INCLUDE and collations", /\/indexes\/[^/]+\/columns/, () => true],
	["views say whether they hold data", /\/withNoData$/, (a, b) => a === missing && b === true],
	["all policies keep their expressions", /\/policies\/[^/]+\/(withCheck|using)$/, (a) => a === missing],
	["role names have no quotes", /\/policies\/[^/]+\/to\/\d+$/, (a, b) => a === `"${b}"`],
	["an identity's sequence belongs to its column", /\/identity\/(cache|name)$|^sequences\//, (a, b) => b === missing || a === missing || unqualified(a) === b],
];

const unqualified = (name) => name.replace(/^[^.]*\./, "").replace(/"/g, "");
const valueAt = (snapshot, path) => path.reduce((value, key) => value?.[key], snapshot);
const columnOf = (snapshot, path) => valueAt(snapshot, path.split("/").slice(0, -1));
const siblings = columnOf;

function report(path, a, b) {
	// drizzle-kit pulls those of a key in no order that holds.
	if (/\/(columns|columnsTo|columnsFrom)\/\d+$/.test(path) && sorted(siblings(pulled, path)) === sorted(siblings(generated, path))) return;
	const known = reasons.find(([, pattern, holds]) => pattern.test(path) && holds(a, b, path));
	console.log(`${known ? known[0] : "UNEXPLAINED"}: ${path}: ${shown(a)} -> ${shown(b)}`);
}

// Operator classes, where there is one column and so no doubt whose it is.
function compareOperatorClasses(tables, others) {
	for (const [name, table] of Object.entries(tables)) {
		for (const [index, { columns }] of Object.entries(table.indexes)) {
			const other = others[name]?.indexes[index]?.columns;
			if (columns.length !== 1 || other?.length !== 1) continue;
			compared += 1;
			if (columns[0].opclass === other[0].opclass) continue;
			const reason = other[0].opclass === undefined ? "an operator class that is the default may be left out" : "UNEXPLAINED";
			console.log(`${reason}: ${name} ${index}: ${columns[0].opclass} -> ${other[0].opclass}`);
		}
	}
}
let compared = 0;

function compare(a, b, path) {
	const both = a !== null && b !== null && typeof a === "object" && typeof b === "object";
	if (both && !(Array.isArray(a) && Array.isArray(b) && a.length !== b.length)) {
		for (const key of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()) {
			// Of a key to a table in public it is there or not.
			if (key === "schemaTo" && (a[key] ?? "public") === (b[key] ?? "public")) continue;
			// drizzle-kit pulls those of an index of several columns in no order at all.
			if (key === "opclass") continue;
			const at = `${path}/${key}`;
			if (!(key in a)) report(at, missing, b[key]);
			else if (!(key in b)) report(at, a[key], missing);
			else compare(a[key], b[key], at);
		}
		return;
	}
	const same = typeof a === "string" && typeof b === "string" ? text(a) === text(b) : a === b;
	if (!same) report(path, a, b);
}

for (const part of ["tables", "enums", "schemas", "sequences", "roles", "policies", "views"]) {
	compare(pulled[part], generated[part], part);
}
compareOperatorClasses(pulled.tables, generated.tables);
console.log(compared, "operator classes compared");
console.log(Object.keys(pulled.tables).length, "tables pulled");
