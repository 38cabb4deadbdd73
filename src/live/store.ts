import type { RoomStore } from './ports.ts'

/** A row takes 2 MB on the platform, and a text or the list of its blocks may be longer. Characters, of up to three bytes each. */
const PIECE = 500_000

/** A room's own tables, in the storage of a Durable Object. */
export function roomStore(storage: DurableObjectStorage): RoomStore {
	const { sql } = storage
	const prepare = () => {
		sql.exec('CREATE TABLE IF NOT EXISTS entry (version INTEGER PRIMARY KEY, json TEXT NOT NULL)')
		sql.exec(
			'CREATE TABLE IF NOT EXISTS kept (name TEXT, piece INTEGER, json TEXT NOT NULL, PRIMARY KEY (name, piece)) WITHOUT ROWID',
		)
	}
	prepare()
	const keep = (name: string, json: string) => {
		sql.exec('DELETE FROM kept WHERE name = ?', name)
		for (let at = 0; at < json.length; at += PIECE) {
			sql.exec('INSERT INTO kept VALUES (?, ?, ?)', name, at / PIECE, json.slice(at, at + PIECE))
		}
	}
	const kept = (name: string) =>
		sql
			.exec<{ json: string }>('SELECT json FROM kept WHERE name = ? ORDER BY piece', name)
			.toArray()
			.map(({ json }) => json)
			.join('')
	return {
		read: () => {
			const snapshot = kept('snapshot')
			if (snapshot === '') return null
			const entries = sql.exec<{ json: string }>('SELECT json FROM entry ORDER BY version').toArray()
			return { snapshot, base: kept('base'), entries: entries.map(({ json }) => json) }
		},
		begin: (snapshot, base) => {
			sql.exec('DELETE FROM entry')
			keep('snapshot', snapshot)
			keep('base', base)
		},
		append: (version, entry) => void sql.exec('INSERT INTO entry VALUES (?, ?)', version, entry),
		rebase: (base) => keep('base', base),
		compact: (version, snapshot) => {
			sql.exec('DELETE FROM entry WHERE version <= ?', version)
			keep('snapshot', snapshot)
		},
		clear: () => {
			sql.exec('DELETE FROM entry')
			keep('snapshot', '')
			keep('base', '')
		},
		note: (what, json) => keep(what, json ?? ''),
		noted: (what) => kept(what) || null,
		forget: async () => {
			await storage.deleteAlarm()
			await storage.deleteAll()
			prepare()
		},
	}
}
