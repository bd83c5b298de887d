// Inserts a row into each table of golden/types through Drizzle, and reads it back. That this file
// compiles says that the values have the types that schema.ts declares; what comes back must be
// what went in, and of the same JavaScript types.
import assert from "node:assert/strict";

import { getTableColumns } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type { PgTable } from "drizzle-orm/pg-core";
import pg from "pg";

import * as schema from "./schema";

const uuid = "3f333df6-90a4-4fda-8dd3-9485d27cee36";

// Without those of sequences, every column: a new one must be added here to compile.
const scalars: Required<Omit<typeof schema.tScalar.$inferInsert, "cSs" | "cS" | "cBs">> = {
	cSmallint: -32768,
	cInt: 2147483647,
	cBigint: 9007199254740991,
	cReal: 1.5,
	cDouble: 0.1,
	cNum: "12345678901234567890.123456789",
	cNum5: "12345",
	cNum52: "123.45",
	cNumNeg: "1234500",
	cMoney: "$1,234.50",
	cText: "it's `${x}` \\ \n 日本",
	cVc: "abc",
	cVc10: "0123456789",
	cChar: "c",
	cChar5: "abcde",
	cBpchar: "bp",
	cName: "a_name",
	cQchar: "q",
	cBytea: Buffer.from("00ff10", "hex"),
	cBool: false,
	cUuid: uuid,
	cJson: { a: [1, "two", null], "b c": { d: true } },
	cJsonb: [1, { x: "y" }],
	cJsonpath: '$."a"[*]',
	cXml: "<a>b</a>",
	cDate: "2024-02-29",
	cTime: "12:34:56.789",
	cTime3: "12:34:56.789",
	cTimetz: "12:34:56+02",
	cTimetz3: "12:34:56.789-05",
	cTs: "2024-02-29 12:34:56.123456",
	cTs3: "2024-02-29 12:34:56.123",
	cTstz: "2024-02-29 12:34:56.123456+00",
	cTstz6: "2024-02-29 12:34:56+00",
	cTs0: "2024-02-29 12:34:56",
	cInterval: "1 year 2 mons 3 days 04:05:06",
	cInterval3: "00:00:01.123",
	cIntervalYm: "1 year 2 mons",
	cIntervalDs2: "3 days 04:05:06.12",
	cIntervalDay: "3 days",
	cBit: "1",
	cBit8: "10101010",
	cVarbit: "101",
	cVarbit8: "10101",
	cInet: "192.168.0.1/24",
	cCidr: "10.0.0.0/8",
	cMac: "08:00:2b:01:02:03",
	cMac8: "08:00:2b:01:02:03:04:05",
	cPoint: [1.5, -2],
	cLine: [1, 2, 3],
	cLseg: "[(0,0),(1,1)]",
	cBox: "(1,1),(0,0)",
	cPath: "[(0,0),(1,1),(2,0)]",
	cPolygon: "((0,0),(1,1),(2,0))",
	cCircle: "<(1,2),3>",
	cTsvector: "'cat':3 'fat':2",
	cTsquery: "'fat' & 'cat'",
	cInt4Range: "[1,10)",
	cNummultirange: "{[1.5,2],(3,4)}",
	cTstzrange: '["2024-01-01 00:00:00+00","2024-02-01 00:00:00+00")',
	cDaterange: "[2024-01-01,2024-02-01)",
	cOid: 4294967295,
	cRegclass: "pg_class",
	cXid: "4294967295",
	cPglsn: "16/B374D848",
};

const arrays: Required<typeof schema.tArray.$inferInsert> = {
	aInt: [1, -2, 3],
	aText: ["a", "b c", 'd"e', "f,g", "{h}", "back\\slash"],
	aVc10: ["abc", ""],
	aNum: ["1.50", "2.00"],
	aInt2D: [4, 5],
	aInt3D: [6],
	aTs: ["2024-02-29 12:34:56", "2024-03-01 00:00:00.5"],
	aTstz3: ["2024-02-29 12:34:56+00"],
	aUuid: [uuid, uuid],
	aJsonb: [{ a: 1 }, [2], "three"],
	aBool: [true, false],
	aBytea: [Buffer.from("00ff", "hex"), Buffer.from("10", "hex")],
	aChar5: ["abcde", "fghij"],
	aBig: [9007199254740991, -1],
	aDouble: [0.5, -1e100],
	aInet: ["10.0.0.1", "10.0.0.0/8"],
	aInterval: ["1 day", "02:00:00"],
	aDate: ["2024-02-29"],
	aMoney: ["$1.00", "-$2.50"],
};

// A column of an enum without labels can only be NULL.
const own: Required<Omit<typeof schema.tOwn.$inferInsert, "cNothing">> = {
	cMood: 'it\'s "fine"',
	cColor: "green",
	cPair: '(1,"a b")',
	cSpan: "[1.5,2)",
	cEmail: "a@b",
	cPercent: 42,
	cPrice: "12.50",
	cFlag: true,
	cSettings: { dark: true },
	cBlob: Buffer.from("beef", "hex"),
	cFeeling: "ok",
	aMood: ["sad", 'it\'s "fine"'],
	aColor: ["red", "green"],
	aEmail: ["a@b", "c,d@e"],
	aPercent: [1, 100],
	aFlag: [true, false],
	aSettings: [{ dark: true }, [1, "two"]],
	aBlob: [Buffer.from("00ff", "hex")],
	aPair: ['(1,"a b")', "(2,c)"],
	aRange: ["[1,10)", "(,)"],
};

// A Buffer and a Uint8Array of the same bytes are the same.
function plain(value: unknown): unknown {
	if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString("hex") };
	return Array.isArray(value) ? value.map(plain) : value;
}

async function main() {
	const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
	await client.connect();
	const db = drizzle(client, { schema });
	let failures = 0;
	const compare = (name: string, back: unknown, sent: unknown) => {
		try {
			assert.deepEqual(plain(back), plain(sent));
		} catch {
			failures += 1;
			console.error(name, "sent", sent, "got", back);
		}
	};
	const roundTrip = async (table: PgTable, row: Record<string, unknown>) => {
		await db.insert(table).values(row);
		const [back] = (await db.select().from(table)) as Record<string, unknown>[];
		assert.ok(back);
		for (const [key, sent] of Object.entries(row)) compare(key, back[key], sent);
		const unknown = Object.keys(getTableColumns(table)).filter((key) => !(key in row));
		console.log(Object.keys(row).length, "columns; not inserted:", unknown.join(", "));
		return back;
	};
	try {
		await client.query("SET lc_monetary = 'C'; SET TimeZone = 'UTC'; SET bytea_output = 'hex'");
		const back = await roundTrip(schema.tScalar, scalars);
		compare("serials", [back["cSs"], back["cS"], back["cBs"]], [1, 1, 1n]);
		await roundTrip(schema.tArray, arrays);
		await roundTrip(schema.tOwn, own);
		const [empty] = await db.query.tOwn.findMany({ columns: { cNothing: true } });
		compare("cNothing", empty?.cNothing, null);
	} finally {
		await client.end();
	}
	if (failures > 0) process.exitCode = 1;
}

void main();
