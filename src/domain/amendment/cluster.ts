import { type Edit, editsBetween } from './edits.ts'
import { joined, type Token } from './words.ts'

/** A text made from the base, and by whom. */
export type Version = { readonly by: string; readonly tokens: readonly Token[]; readonly edits: readonly Edit[] }

export const versionOf = (by: string, base: readonly Token[], tokens: readonly Token[]): Version => ({
	by,
	tokens,
	edits: editsBetween(base, tokens),
})

/** What some have in a stretch of the base: the words from `at` to `end` of one of them. */
export type Want = {
	readonly version: Version
	readonly at: number
	readonly end: number
	readonly text: string
	readonly by: readonly string[]
}

/** A stretch of the base that was changed, and what is wanted there: one thing, or several that collide. */
export type Cluster = { readonly from: number; readonly to: number; readonly wants: readonly Want[] }

type Change = Edit & { readonly version: Version; readonly put: string }

export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** The stretches that were changed, in order. Those that overlap are one; different words that come in at one place stand apart. */
export function clustersOf(versions: readonly Version[]): Cluster[] {
	const changes = versions
		.flatMap((version) =>
			version.edits.map((edit): Change => ({ ...edit, version, put: saidIn(version, edit.at, edit.end) })),
		)
		.sort(
			(one, other) =>
				one.from - other.from ||
				one.to - other.to ||
				compare(one.put, other.put) ||
				compare(one.version.by, other.version.by),
		)
	const clusters: Cluster[] = []
	let open: Change[] = []
	let reach = -1
	for (const change of changes) {
		const [first] = open
		const same = first?.from === change.from && first.to === change.to && first.put === change.put
		const overlaps = first !== undefined && change.from < reach && (change.to > change.from || change.from > first.from)
		if (!same && !overlaps && open.length > 0) {
			clusters.push(clusterOf(open))
			open = []
		}
		reach = open.length === 0 ? change.to : Math.max(reach, change.to)
		open.push(change)
	}
	return open.length === 0 ? clusters : [...clusters, clusterOf(open)]
}

const saidIn = ({ tokens }: Version, at: number, end: number): string => joined(tokens.slice(at, end)).trim()

/** All of the base as one stretch. */
export function wholeCluster(base: readonly Token[], versions: readonly Version[]): Cluster {
	const all = versions.map((version) => ({ version, at: 0, end: version.tokens.length, by: [version.by] }))
	return { from: 0, to: base.length, wants: distinct(all) }
}

function clusterOf(changes: readonly Change[]): Cluster {
	const from = Math.min(...changes.map((change) => change.from))
	const to = Math.max(...changes.map((change) => change.to))
	const own = [...Map.groupBy(changes, ({ version }) => version)]
	const most = largest(own.map(([version, changed]) => ({ version, parts: partsOf(version, changed) })))
	const wants = own.flatMap(([version, changed]) => {
		const [first, last] = [changed[0], changed.at(-1)]
		if (first === undefined || last === undefined || (most !== null && most !== version)) return []
		const by = most === null ? [version.by] : own.map(([each]) => each.by)
		return [{ version, at: first.at - (first.from - from), end: last.end + (to - last.to), by }]
	})
	return { from, to, wants: distinct(wants) }
}

/** What is wanted, each once, in an order of its own. */
function distinct(wants: readonly Omit<Want, 'text'>[]): Want[] {
	const said = wants.map((want) => ({ ...want, text: saidIn(want.version, want.at, want.end) }))
	return [...Map.groupBy(said, ({ text }) => text).values()]
		.flatMap((alike) => {
			const [first] = alike.toSorted((one, other) => compare(one.version.by, other.version.by))
			return first === undefined ? [] : [{ ...first, by: alike.flatMap(({ by }) => by).sort(compare) }]
		})
		.sort((one, other) => compare(one.text, other.text))
}

/** Who changed all that any of the others did, to the word, and perhaps more: then all have what they want. */
function largest(all: readonly { readonly version: Version; readonly parts: ReadonlySet<string> }[]): Version | null {
	const [most] = all.toSorted(
		(one, other) => other.parts.size - one.parts.size || compare(one.version.by, other.version.by),
	)
	return most && all.every(({ parts }) => [...parts].every((part) => most.parts.has(part))) ? most.version : null
}

const partsOf = (version: Version, changes: readonly Change[]): ReadonlySet<string> =>
	new Set(
		changes.flatMap(({ parts }) => parts.map(({ from, to, at, end }) => `${from} ${to} ${saidIn(version, at, end)}`)),
	)
