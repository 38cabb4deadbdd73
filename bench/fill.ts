import Database from 'libsql'
import * as z from 'zod'

/** Ids as they are made here, wherever in a text they stand. */
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g
/** Stands in the template where each copy has its number: in no text, and as long as what takes its place. */
const MARK = '~~~~'

const TABLES = `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
	AND name NOT LIKE 'libsql_%'`

const rows = z.array(z.record(z.string(), z.unknown()))

/**
 * Puts the rows of one database into another `copies` times, each time under ids of its own: as many coalitions that have
 * nothing to do with those that are there. The template is not the same afterwards.
 */
export function fill(file: string, templateFile: string, copies: number): void {
	const template = new Database(templateFile)
	const tables = mark(template)
	template.close()
	const database = new Database(file)
	database.exec(`PRAGMA synchronous = OFF; ATTACH '${templateFile}' AS template`)
	const inserts = tables.map(({ name, columns }) => {
		const names = columns.map((column) => `"${column}"`).join(', ')
		const values = columns.map((column) => `replace("${column}", '${MARK}', ?1)`).join(', ')
		return database.prepare(`INSERT OR IGNORE INTO main."${name}" (${names}) SELECT ${values} FROM template."${name}"`)
	})
	database.exec('BEGIN')
	for (let copy = 1; copy <= copies; copy += 1) {
		const tail = copy.toString(16).padStart(MARK.length, '0')
		for (const insert of inserts) insert.run([tail])
	}
	database.exec('COMMIT')
	database.close()
}

/** Gives every id, and every text that no two rows may have alike, the mark. */
function mark(database: InstanceType<typeof Database>) {
	const all = (sql: string) => rows.parse(database.prepare(sql).all())
	database.exec('BEGIN')
	const tables = all(TABLES).map(({ name }) => {
		const table = String(name)
		const info = all(`PRAGMA table_info("${table}")`)
		const keys = info.filter(({ pk }) => Number(pk) > 0)
		// A number that counts the rows is given anew.
		const serial = keys.length === 1 && keys[0]?.type === 'INTEGER' ? keys[0].name : null
		const columns = info.map((column) => String(column.name)).filter((column) => column !== serial)
		const unique = all(`PRAGMA index_list("${table}")`)
			.filter((index) => Number(index.unique) === 1)
			.map((index) => all(`PRAGMA index_info("${String(index.name)}")`))
			.flatMap(([first, ...others]) => (others.length === 0 ? [first?.name] : []))
		const sets = columns.map((column) => `"${column}" = ?`).join(', ')
		const where = keys.map((key) => `"${key.name}" IS ?`).join(' AND ')
		if (where === '') return { name: table, columns: [] as string[] }
		const update = database.prepare(`UPDATE "${table}" SET ${sets} WHERE ${where}`)
		for (const row of all(`SELECT * FROM "${table}"`)) {
			const marked = columns.map((column) => {
				const value = row[column]
				if (typeof value !== 'string') return value
				const text = value.replace(ID, (id) => id.slice(0, -MARK.length) + MARK)
				return unique.includes(column) && text === value ? value + MARK : text
			})
			update.run([...marked, ...keys.map((key) => row[String(key.name)])])
		}
		return { name: table, columns }
	})
	database.exec('COMMIT')
	return tables.filter(({ columns }) => columns.length > 0)
}
