import type { Client } from '@libsql/client/web'
import * as z from 'zod'
import { validSlug } from '#domain/coalition/coalition.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { RESERVED_SLUGS } from '#routes'
import type { Reading } from './pages.ts'

export type Address = { readonly slug: string; readonly current: boolean; readonly createdAt: number }

/** Where an imported coalition is to be found. */
export type Place = {
	readonly addresses: readonly Address[]
	readonly current: string
	/** Earlier addresses that lead somewhere else here. */
	readonly lost: readonly string[]
}

const slugRow = z.object({ slug: z.string(), current: z.number(), created_at: z.number() })

/**
 * The addresses that a coalition which was read into `from` gets in `to`: its own, or with `slug` that one and those of its
 * own that are free. Refuses a coalition that is there already.
 */
export async function placeIn(
	to: Reading,
	from: Client,
	{ coalition, slug }: { readonly coalition: string; readonly slug: string | undefined },
): Promise<Result<Place, string>> {
	const here = await slugsOf(to, coalition)
	if (here) return refuse(`This coalition is here already, at /${here}. Nothing was changed.`)
	const { rows } = await from.execute('SELECT slug, current, created_at FROM slug ORDER BY created_at, slug')
	const own = rows.map((row) => slugRow.parse({ ...row }))
	const wanted = [...new Set([...own.map((each) => each.slug), ...(slug === undefined ? [] : [slug])])]
	const free: string[] = []
	for (const each of wanted) if (await isFree(to, each)) free.push(each)
	if (slug !== undefined && !free.includes(slug)) {
		const valid = validSlug(slug, RESERVED_SLUGS)
		const wrong = !valid.ok && valid.reason.code === 'invalid' ? 'cannot be an address' : 'is taken'
		return refuse(`/${slug} ${wrong}. Choose another with --slug.`)
	}
	const lost = wanted.filter((each) => !free.includes(each))
	if (slug === undefined && lost.length > 0) {
		return refuse(
			`${lost.map((each) => `/${each}`).join(' and ')} is taken here. Give it another address with --slug NEW.`,
		)
	}
	const current = slug ?? own.find((each) => each.current === 1)?.slug ?? ''
	const now = own.reduce((latest, { created_at }) => Math.max(latest, created_at), 0)
	return ok({
		current,
		lost,
		addresses: free.map((each) => ({
			slug: each,
			current: each === current,
			createdAt: own.find((known) => known.slug === each)?.created_at ?? now,
		})),
	})
}

async function isFree(to: Reading, slug: string): Promise<boolean> {
	if (!validSlug(slug, RESERVED_SLUGS).ok) return false
	const { rows } = await to.execute({ sql: 'SELECT 1 FROM slug WHERE slug = ?', args: [slug] })
	return rows.length === 0
}

async function slugsOf(to: Reading, coalition: string): Promise<string | undefined> {
	const { rows } = await to.execute({
		sql: `SELECT COALESCE((SELECT slug FROM slug WHERE coalition_id = :id AND current = 1), '') AS slug
			WHERE EXISTS (SELECT 1 FROM event WHERE coalition_id = :id) OR EXISTS (SELECT 1 FROM slug WHERE coalition_id = :id)`,
		args: { id: coalition },
	})
	return rows[0] && String(rows[0].slug)
}
