import * as z from 'zod'

/** The longest message that is taken. Characters; the platform takes 1 MiB. */
export const MESSAGE_LIMIT = 500_000
/** Most steps at once: more than a person does while a message is on its way. */
const STEPS_LIMIT = 500

const version = z.int().min(0)
const name = z.string().min(1).max(64)
const place = z.int().min(0)

const content = z.array(z.unknown())
const slice = z.strictObject({ content: content.optional(), openStart: place.optional(), openEnd: place.optional() })
const mark = z.strictObject({
	type: z.enum(['link', 'em', 'strong', 'code']),
	attrs: z.strictObject({ href: z.string().max(2_000) }).optional(),
})

/** The kinds of steps there are. What stands in a slice is checked by what it becomes part of. */
const step = z.discriminatedUnion('stepType', [
	z.strictObject({
		stepType: z.literal('replace'),
		from: place,
		to: place,
		slice: slice.optional(),
		structure: z.boolean().optional(),
	}),
	z.strictObject({
		stepType: z.literal('replaceAround'),
		from: place,
		to: place,
		gapFrom: place,
		gapTo: place,
		insert: place,
		slice: slice.optional(),
		structure: z.boolean().optional(),
	}),
	z.strictObject({ stepType: z.enum(['addMark', 'removeMark']), mark, from: place, to: place }),
	z.strictObject({
		stepType: z.literal('attr'),
		pos: place,
		attr: z.enum(['id', 'label']),
		value: z.string().max(100),
	}),
	z.strictObject({ stepType: z.literal('move'), from: place, to: place, at: place }),
])

/** What a page says to the room. */
const saidSchema = z.discriminatedUnion('kind', [
	/** The first of each connection. `client`: the page's own name; `room` and `version`: how far it has come, where it was here before. */
	z.strictObject({
		kind: z.literal('hello'),
		protocol: z.int(),
		client: z.string().min(1).max(40),
		room: name.optional(),
		version: version.optional(),
	}),
	/** What was written, made in that version. Numbered by the page, one at a time; sent again until it comes back. */
	z.strictObject({
		kind: z.literal('steps'),
		batch: z.int().min(1),
		version,
		steps: z.array(step).min(1).max(STEPS_LIMIT),
		/** Blocks with stances or comments that are to go nevertheless. */
		letGo: z.array(name).max(100).optional(),
	}),
	/** Something is missing after that version. */
	z.strictObject({ kind: z.literal('again'), version }),
	/** Where the person is in the text. */
	z.strictObject({ kind: z.literal('here'), version, anchor: place, head: place }),
])

export type Said = z.output<typeof saidSchema>

/** What a message says; null where it says nothing that is understood. */
export function saidFrom(text: string): Said | null {
	try {
		const said = saidSchema.safeParse(JSON.parse(text))
		return said.success ? said.data : null
	} catch {
		return null
	}
}

/** Text that went with what was taken away, though whoever took it away had not seen it, and the page it was typed in. */
export type Swallowed = { readonly text: string; readonly of: string }

/** A step on the log of a room: from whom, and under which of their numbers; both empty where the record itself changed. */
export type EntryJson = {
	readonly client: string
	readonly batch: number
	readonly steps: readonly object[]
	readonly swallowed?: readonly Swallowed[]
}

/** Somebody who is here: under a name for the connection, and as they are called in the coalition. */
export type Presence = {
	readonly key: string
	readonly name: string
	readonly writes: boolean
	readonly at?: { readonly anchor: number; readonly head: number }
}

/** Why what was written was not taken. */
export type NotTaken = 'notAllowed' | 'doesNotFit' | 'tooLong' | 'losesPlace' | 'tooFast'

/** What the room says to a page. */
export type Told =
	/** The text, whole or as what came after what the page had. `taken`: the last of the page's numbers that is in it. */
	| {
			readonly kind: 'welcome'
			readonly room: string
			readonly version: number
			readonly taken: number
			readonly writes: boolean
			readonly key: string
			/** What the page is called in the log. */
			readonly client: string
			readonly here: readonly Presence[]
			readonly text: { readonly document: object } | { readonly entries: readonly EntryJson[] }
	  }
	/** `version`: of the first of them. */
	| { readonly kind: 'entries'; readonly version: number; readonly entries: readonly EntryJson[] }
	| { readonly kind: 'refused'; readonly batch: number; readonly reason: NotTaken; readonly blocks?: readonly string[] }
	| { readonly kind: 'here'; readonly person: Presence }
	| { readonly kind: 'left'; readonly key: string }
	/** No steps are taken for the moment; and again from now on. */
	| { readonly kind: 'held' }
	| { readonly kind: 'open' }
	/**
	 * The text is fixed, or gone: nothing more is taken. `version`: how much of the room is in it; `taken`: the last of the page's numbers that
	 * is. Left out where the room does not know it any more.
	 */
	| { readonly kind: 'frozen'; readonly room?: string; readonly version?: number; readonly taken?: number }
	/** The person may no longer be here. */
	| { readonly kind: 'out' }
	/** These, one after the other. */
	| { readonly kind: 'several'; readonly told: readonly Told[] }
	/** Something was said about the text, or done with what was said: what it is, is asked for elsewhere. */
	| { readonly kind: 'comments' }
	/** For a page that only follows, and so has not said which it is: the record has another text than before. */
	| { readonly kind: 'saved' }
	/** The page is of an earlier day: what it has not sent it keeps, and loads itself anew. */
	| { readonly kind: 'reload' }
