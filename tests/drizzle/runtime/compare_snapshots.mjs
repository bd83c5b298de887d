// Prints where two of drizzle-kit's snapshots differ in meaning: node compare_snapshots.mjs A B
import { readFileSync } from "node:fs";

const [pulled, generated] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));

// drizzle-kit takes blanks, parentheses and its own search_path out of what the server prints.
const text = (value) => value.replace(/[\s();]|public\./g, "");

// Operator classes, where there is one column and so no doubt whose it is.
function compareOperatorClasses(tables, others) {
	for (const [name, table] of Object.entries(tables)) {
		for (const [index, { columns }] of Object.entries(table.indexes)) {
			const other = others[name]?.indexes[index]?.columns;
			if (columns.length !== 1 || other?.length !== 1) continue;
			if (columns[0].opclass !== other[0].opclass) console.log("operator class differs", name, index);
			compared += 1;
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
			if (!(key in a)) console.log("only generated", at);
			else if (!(key in b)) console.log("only pulled", at);
			else compare(a[key], b[key], at);
		}
		return;
	}
	const same = typeof a === "string" && typeof b === "string" ? text(a) === text(b) : a === b;
	if (!same) console.log("differs", path);
}

for (const part of ["tables", "enums", "schemas", "sequences", "roles", "policies", "views"]) {
	compare(pulled[part], generated[part], part);
}
compareOperatorClasses(pulled.tables, generated.tables);
console.log(compared, "operator classes compared");
console.log(Object.keys(pulled.tables).length, "tables pulled");
