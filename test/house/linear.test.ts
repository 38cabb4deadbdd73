import { beforeAll, expect, test } from 'vitest'
import type { Route } from '#http/route.ts'
import { routes } from '#routes'
import type { Size } from '#test/support/enlarged.ts'
import { type SizedWorlds, sizedWorlds } from '#test/support/sized-worlds.ts'
import { countWork, type Work } from '#test/support/work.ts'

// What a page or an act does must be in proportion to what there is. Work is counted, not timed: see test/support/work.ts.

/** All of them longer than what one page shows of a list. */
const [ONCE, TWICE, FOUR_TIMES] = [64, 128, 256]
/**
 * What the second doubling may add to the work, for what the first added: 2 is in proportion, 4 the square. Calls are the same every
 * time, and are told of each function by itself: a search for each among all shows there, however much else is done for each.
 */
const LESS_THAN_SQUARE = { calls: 2.1, steps: 2.5 }
/**
 * What is added below these is not told from chance: an order that takes more to sort, a statement that is prepared anew. A
 * search for each among all adds 12,000.
 */
const LEAST_ADDED = { calls: 3_000, steps: 40_000 }

/** Each walks every page and act of three worlds. */
const PATIENCE_MS = 300_000

let worlds: SizedWorlds
beforeAll(async () => {
	worlds = await sizedWorlds({ only: (path) => !path.startsWith('/operator') && !path.startsWith('/sign-') })
	// What is loaded and made when it is first asked for is no work of the world that comes first.
	await using small = await worlds.of({ associations: 0, blocks: 0, comments: 0, statements: 0, positions: 0 })
	for (const { ask } of small.asked) await (await ask()).arrayBuffer()
	return () => worlds[Symbol.asyncDispose]()
})

/**
 * What is mailed after all of them. Which letters go after which act, and of which kind they are, depends on how many there were before:
 * only the whole of it can be told, and less closely.
 */
const MAIL = 'mail'
const LESS_CLOSELY = 4

type Counted = 'calls' | 'steps'

type Done = Work & { readonly status: number }

const NOTHING: Work = { calls: 0, steps: 0, each: new Map() }

/** Of which routes: all, unless told. `counted`: what of it is told; of other acts only how they are answered, and other pages are not asked for. */
async function workIn(size: Size, of: (route: Route) => boolean = () => true, counted = (_name: string) => true) {
	await using sized = await worlds.of(size)
	const counter = countWork(sized.world.server.client)
	const done = new Map<string, Done>()
	const mailed = { calls: 0, steps: 0, each: new Map<string, number>(), status: 0 }
	for (const { name, answer } of sized.asked.filter(({ route }) => of(route))) {
		if (!counted(name) && name.startsWith('GET ')) continue
		let status = 0
		const answered = async () => {
			const response = await answer()
			status = response.status
			await response.arrayBuffer()
		}
		const work = counted(name) ? await counter.of(answered) : await counter.past(answered).then(() => NOTHING)
		done.set(name, { ...work, status })
		const mail = sized.working() ? await counter.of(sized.settled) : NOTHING
		mailed.calls += mail.calls
		mailed.steps += mail.steps
	}
	return done.set(MAIL, mailed)
}

/** What may be added by the first doubling and is not told from nothing. */
const told = (name: string, what: Counted) => LEAST_ADDED[what] * (name === MAIL ? LESS_CLOSELY : 1)

/** For so much that the first doubling adds, what the second may. */
const mayAdd = (name: string, what: Counted, first: number) =>
	(name === MAIL ? LESS_THAN_SQUARE.steps : LESS_THAN_SQUARE[what]) * Math.max(first, told(name, what))

/** Where all of the work, with what the second doubling added, is no more than that may be, whatever the first added. */
const isLittle = (name: string, work: Work) =>
	(['calls', 'steps'] as const).every((what) => work[what] <= mayAdd(name, what, 0))

/** What there is to say of a part of the work, in each size: nothing, unless the second doubling added too much. */
function grown(
	name: string,
	what: Counted,
	part: string,
	sizes: readonly Work[],
	of: (work: Work) => number,
): string[] {
	const [least = 0, more = 0, most = 0] = sizes.map(of)
	return most - more > mayAdd(name, what, more - least) ? [`${name}: ${least}, ${more}, ${most} ${part}`] : []
}

/** The pages and acts whose work grows faster than what there is. */
async function growing(sizeOf: (count: number) => Size, of?: (route: Route) => boolean): Promise<string[]> {
	const fourTimes = await workIn(sizeOf(FOUR_TIMES), of)
	const counted = (name: string) => !isLittle(name, fourTimes.get(name) ?? NOTHING)
	const [once, twice] = [await workIn(sizeOf(ONCE), of, counted), await workIn(sizeOf(TWICE), of, counted)]
	return [...fourTimes].flatMap(([name, { status, ...most }]) => {
		const [least, more] = [once.get(name), twice.get(name)]
		if (!least && !more && name.startsWith('GET ')) return []
		if (least?.status !== status || more?.status !== status)
			return [`${name}: ${least?.status}, ${more?.status}, ${status}`]
		const sizes = [least, more, most]
		// Letters are not the same in each size.
		const called = name === MAIL ? [] : [...most.each.keys()]
		return [
			...(['calls', 'steps'] as const).flatMap((what) => grown(name, what, what, sizes, (work) => work[what])),
			...called.flatMap((each) => grown(name, 'calls', each, sizes, (work) => work.each.get(each) ?? 0)),
		]
	})
}

// What an association thinks of a position is asked of each, so that there is a stance for every pair.
test(
	'twice as many associations, blocks, comments and statements are twice the work, on every page and in every act',
	async () => {
		const size = (count: number): Size => {
			const silent = (count * 3) / 4
			return { associations: count, silent, blocks: count, comments: count, statements: count, positions: 4 }
		}
		expect(await growing(size)).toEqual([])
	},
	PATIENCE_MS,
)

test(
	'twice as many positions are twice the work, on every page and in every act',
	async () => {
		const size = (count: number): Size => {
			return { associations: 16, blocks: 4, comments: 4, statements: 4, positions: count }
		}
		expect(await growing(size)).toEqual([])
	},
	PATIENCE_MS,
)

/** Pages that show what associations answered, in parts. */
const WITH_TABLES: readonly string[] = [
	...[routes.stances, routes.ballot, routes.signoffs, routes.publication, routes.addendum, routes.consensusList],
	...[routes.published, routes.publishedAnswers, routes.members],
]

// Of more associations than one page shows these would be no more rows.
test(
	'nor are twice as many more, where all of them are in one part of a table',
	async () => {
		const size = (count: number): Size => {
			return { associations: count / 8, blocks: 0, comments: 0, statements: 0, positions: 64 }
		}
		expect(await growing(size, ({ method, path }) => method === 'GET' && WITH_TABLES.includes(path))).toEqual([])
	},
	PATIENCE_MS,
)

// To a text that is as long: each amendment is carried to the whole of it.
test(
	'twice as many amendments are twice the work, and so are twice as many who join and answer',
	async () => {
		const size = (count: number): Size => {
			return { associations: count, blocks: FOUR_TIMES, amendments: count, comments: 4, statements: 0, positions: 0 }
		}
		expect(await growing(size, ({ path }) => path.includes('/amendments'))).toEqual([])
	},
	PATIENCE_MS,
)

/** Pages and acts that are about earlier texts. */
const OF_HISTORY: readonly string[] = [
	...[routes.history, routes.textChange, routes.textThen],
	...[routes.takingsBack, routes.restorations],
]

test(
	'a text that was saved a thousand times more is no more work, where its history is read or a change is taken back',
	async () => {
		const saved = (saves: number): Size => {
			return { associations: 0, positions: 0, blocks: 10, comments: 0, statements: 0, saves }
		}
		const ofHistory = ({ path }: Route) => OF_HISTORY.includes(path)
		const [some, many] = [await workIn(saved(200), ofHistory), await workIn(saved(1_200), ofHistory)]
		expect(some.size).toBe(1 + OF_HISTORY.length)
		for (const [name, { calls, status }] of many) {
			expect([name, status]).toEqual([name, some.get(name)?.status])
			expect([name, calls - (some.get(name)?.calls ?? 0) < LEAST_ADDED.calls]).toEqual([name, true])
		}
	},
	PATIENCE_MS,
)
