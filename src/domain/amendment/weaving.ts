import { balanced } from './balance.ts'
import { type Cluster, clustersOf, compare, type Version, type Want, wholeCluster } from './cluster.ts'
import { gapBetween, type Placed, type Source } from './gap.ts'
import { blockOf, type Piece, partOf } from './piece.ts'
import { runsWriter } from './runs.ts'
import { joined, type Token, tokensOf } from './words.ts'

/**
 * Words of a text that is put together: kept from the base, or come or gone `by` whom. `key`: of the collision that they stand in
 * until somebody chooses.
 */
export type WovenRun = {
	readonly kind: 'kept' | 'removed' | 'inserted'
	readonly text: string
	readonly by: readonly string[]
	readonly part?: string
	readonly key?: string
}

/** What is to stand in a stretch: some of what is wanted there, one after another, or words that somebody wrote; null: nobody has chosen. */
export type Chosen = readonly Want[] | string | null

export type Weave = {
	readonly piece: Piece
	readonly runs: readonly WovenRun[]
	readonly clashes: readonly { readonly cluster: Cluster; readonly whole: boolean }[]
	readonly touches: readonly (readonly string[])[]
}

type About = Pick<WovenRun, 'kind' | 'by' | 'key'>
type Thread = Placed & { readonly about: About }

/**
 * One paragraph with all that several made of it. What they did in different places is all there; where they collide what was
 * `chosen`, or the base.
 */
export function weave(
	piece: Piece,
	base: readonly Token[],
	versions: readonly Version[],
	chosen: (cluster: Cluster, whole: boolean) => { readonly key: string; readonly choice: Chosen },
): Weave {
	const clusters = clustersOf(versions)
	const tried = woven(base, versions, clusters, (cluster) => chosen(cluster, false))
	const made = madeOf(piece, tried.tokens)
	const breaks =
		made === null || (!balanced(tried.tokens) && [base, ...versions.map(({ tokens }) => tokens)].every(balanced))
	if (!breaks) {
		const clashes = tried.open.map((cluster) => ({ cluster, whole: false }))
		return { piece: made, runs: tried.runs, clashes, touches: touchesOf(clusters) }
	}
	const all = wholeCluster(base, versions)
	const instead = woven(base, versions, [all], (cluster) => chosen(cluster, true))
	const remade = madeOf(piece, instead.tokens)
	if (remade !== null) {
		return {
			piece: remade,
			runs: instead.runs,
			clashes: instead.open.map((cluster) => ({ cluster, whole: true })),
			touches: [],
		}
	}
	const { key } = chosen(all, true)
	const { runs } = woven(base, versions, [all], () => ({ key, choice: null }))
	return { piece, runs, clashes: [{ cluster: all, whole: true }], touches: [] }
}

function madeOf(piece: Piece, tokens: readonly Token[]): Piece | null {
	if (typeof piece === 'string') return joined(tokens)
	const content = blockOf(tokens)
	return content && { blockId: piece.blockId, content }
}

/** Who changed words that stand beside one another, with nothing kept between. */
function touchesOf(clusters: readonly Cluster[]): (readonly string[])[] {
	const who = ({ wants }: Cluster) => wants.flatMap(({ by }) => by)
	return clusters.flatMap((cluster, index) => {
		const before = clusters[index - 1]
		if (before === undefined || before.to !== cluster.from) return []
		const by = [...new Set([...who(before), ...who(cluster)])].sort(compare)
		return by.length > 1 ? [by] : []
	})
}

function woven(
	base: readonly Token[],
	versions: readonly Version[],
	clusters: readonly Cluster[],
	chosen: (cluster: Cluster) => { readonly key: string; readonly choice: Chosen },
): { readonly tokens: Token[]; readonly runs: WovenRun[]; readonly open: Cluster[] } {
	const own: Source = { tokens: base }
	const maps = versions.map((version) => ({ version, map: keptIn(base, version) }))
	const threads: Thread[] = []
	const open: Cluster[] = []
	const keep = (at: number, about: About) => {
		const token = base[at]
		if (token === undefined) return
		const places = new Map<Source, number>([[own, at]])
		for (const { version, map } of maps) if ((map[at] ?? -1) >= 0) places.set(version, map[at] ?? -1)
		threads.push({ token, in: places, about })
	}
	let passed = 0
	for (const cluster of clusters) {
		for (; passed < cluster.from; passed += 1) keep(passed, { kind: 'kept', by: [] })
		const { wants } = cluster
		const { key, choice } = wants.length > 1 ? chosen(cluster) : { key: '', choice: wants }
		if (choice === null) {
			open.push(cluster)
			for (; passed < cluster.to; passed += 1) keep(passed, { kind: 'kept', by: [], key })
			continue
		}
		const by = typeof choice === 'string' ? [] : [...new Set(choice.flatMap((want) => want.by))].sort(compare)
		for (; passed < cluster.to; passed += 1) keep(passed, { kind: 'removed', by })
		for (const put of typeof choice === 'string' ? [written(choice)] : choice) {
			for (let at = put.at; at < put.end; at += 1) {
				const token = put.version.tokens[at]
				if (token) threads.push({ token, in: new Map([[put.version, at]]), about: { kind: 'inserted', by: put.by } })
			}
		}
	}
	for (; passed < base.length; passed += 1) keep(passed, { kind: 'kept', by: [] })
	return { ...threaded(threads, own), open }
}

const written = (text: string) => {
	const tokens = tokensOf(text.trim()).slice(0, -1)
	return { version: { tokens }, at: 0, end: tokens.length, by: [] }
}

/** Where each token of the base stands in a version; -1 where it does not. */
function keptIn(base: readonly Token[], { edits }: Version): Int32Array {
	const map = new Int32Array(base.length).fill(-1)
	let [x, y] = [0, 0]
	for (const { from, to, end } of [...edits, { from: base.length, to: 0, end: 0 }]) {
		for (; x < from; x += 1, y += 1) map[x] = y
		;[x, y] = [to, end]
	}
	return map
}

function threaded(threads: readonly Thread[], base: Source) {
	const writer = runsWriter<About>(
		(one, other) => one.kind === other.kind && one.key === other.key && one.by.join() === other.by.join(),
	)
	const tokens: Token[] = []
	let previous: Thread | undefined
	for (const thread of threads) {
		const { token, about } = thread
		const part = partOf(token)
		const gone = about.kind === 'removed'
		const lead = gone ? token.lead : gapBetween(previous, thread, base)
		if (!gone) {
			tokens.push({ ...token, lead })
			previous = thread
		}
		if (part === null) writer.text(about, lead + token.text)
		else writer.part(about, part)
	}
	return { tokens, runs: [...writer.runs] }
}
