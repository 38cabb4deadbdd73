import type { Client, InValue } from '@libsql/client/web'
import { NEVER_COUNTED } from '#db/deciding/papers.ts'
import { PROJECTED } from '#db/project.ts'
import { type Result, refuse } from '#domain/kernel/result.ts'
import { publicationsFollow } from './chain.ts'
import type { Manifest } from './format.ts'

type Check = { readonly wrong: string; readonly sql: string; readonly args?: InValue[] }

/** Each select finds what must not be there. */
function checks({ coalition, counts }: Manifest): Check[] {
	return [
		{
			wrong: 'it holds another number of events than it says',
			sql: 'SELECT 1 WHERE (SELECT COUNT(*) FROM event) <> ?',
			args: [counts.events],
		},
		{
			wrong: 'it is of none or of several coalitions',
			sql: 'SELECT 1 WHERE (SELECT COUNT(*) FROM coalition) <> 1 OR NOT EXISTS (SELECT 1 FROM coalition WHERE id = ?)',
			args: [coalition],
		},
		{
			wrong: 'its coalition has no address, or several',
			sql: 'SELECT 1 WHERE (SELECT COUNT(*) FROM slug WHERE current = 1) <> 1',
		},
		{
			wrong: 'something that happened is missing',
			sql: 'SELECT stream FROM event GROUP BY stream HAVING MIN(seq) <> 1 OR MAX(seq) <> COUNT(*)',
		},
		{
			wrong: 'something in it happened to another coalition',
			sql: `SELECT stream FROM event WHERE (stream LIKE 'coalition:%' AND stream <> 'coalition:' || ?1)
				OR (stream LIKE 'topics:%' AND stream <> 'topics:' || ?1)
				OR (stream LIKE 'positionSorting:%' AND stream <> 'positionSorting:' || ?1)
				OR (stream LIKE 'standardTexts:%' AND stream <> 'standardTexts:' || ?1)
				OR (stream LIKE 'series:%' AND stream NOT LIKE 'series:' || ?1 || ':%')`,
			args: [coalition],
		},
		{
			wrong: 'somebody in it is missing',
			sql: `SELECT person_id FROM seat WHERE person_id NOT IN (SELECT id FROM person)
				UNION SELECT person_id FROM act WHERE person_id <> 'clock' AND person_id NOT IN (SELECT id FROM person)`,
		},
		{
			wrong: 'somebody in it was erased and is named',
			sql: `SELECT id FROM person WHERE erased_at IS NOT NULL
				AND (name <> '' OR id IN (SELECT person_id FROM address))`,
		},
		{
			wrong: 'a secret ballot has another number of papers than of those who voted',
			sql: `SELECT id FROM (SELECT id, (SELECT COUNT(*) FROM paper WHERE ballot_id = ballot.id) AS papers,
				(SELECT COUNT(*) FROM turnout WHERE ballot_id = ballot.id) AS voted FROM ballot)
				WHERE papers <> voted AND NOT (papers = 0 AND id IN (${NEVER_COUNTED}))`,
		},
		{
			wrong: 'it has papers of no ballot',
			sql: 'SELECT key FROM paper WHERE ballot_id NOT IN (SELECT id FROM ballot)',
		},
		{
			wrong: 'something is sorted in it that is not in it',
			sql: `SELECT 1 FROM statement_topic WHERE topic_id NOT IN (SELECT id FROM topic)
				OR statement_id NOT IN (SELECT id FROM statement UNION ALL SELECT id FROM older_statement)
				UNION ALL SELECT 1 FROM position_group WHERE topic_id NOT IN (SELECT id FROM topic WHERE list = 'group')
				UNION ALL SELECT 1 FROM (SELECT statement_id FROM position_group UNION ALL SELECT statement_id FROM position_sorting)
					WHERE statement_id NOT IN (SELECT id FROM statement UNION ALL SELECT id FROM older_statement)`,
		},
		{
			wrong: 'it tells of notifications of no act',
			sql: 'SELECT id FROM outbox WHERE act_id NOT IN (SELECT id FROM act)',
		},
	]
}

/** Checks that all of an export that was read belongs together, or says what does not. */
export async function fits(client: Client, manifest: Manifest): Promise<Result<true, string>> {
	const { rows } = await client.execute(
		`SELECT DISTINCT tables.name FROM pragma_table_list AS tables JOIN pragma_table_info(tables.name) AS columns
			WHERE columns.name = 'coalition_id'`,
	)
	const marked = new Set(rows.map(({ name }) => String(name)))
	const foreign = PROJECTED.filter((table) => marked.has(table)).map((table) => ({
		wrong: 'something in it belongs to another coalition',
		sql: `SELECT 1 FROM ${table} WHERE coalition_id <> ?`,
		args: [manifest.coalition],
	}))
	for (const { wrong, sql, args = [] } of [...checks(manifest), ...foreign]) {
		const { rows: found } = await client.execute({ sql: `${sql} LIMIT 1`, args })
		if (found.length > 0) return refuse(wrong)
	}
	return publicationsFollow(client)
}
