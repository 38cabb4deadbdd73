/** What a text says in the words that count, each under what it is compared by. */
type Read = {
	/** As it stands in the text, by its stem; of two opposites both by the same, with which of them it is. */
	readonly words: ReadonlyMap<string, { readonly word: string; readonly side: number }>
	/** An odd number of them says the opposite. */
	readonly negations: readonly string[]
}

export const LIKENESS_KINDS = ['repeats', 'contradicts', 'alike'] as const

/** That one position says what another does, as far as words tell: no judgement of what they mean. */
export type Likeness = {
	/**
	 * The same words; or the same but for a negation, or a word that is another’s opposite. `alike`: the same but for an even number of negations,
	 * of which words do not tell whether they undo each other or deny two things.
	 */
	readonly kind: (typeof LIKENESS_KINDS)[number]
	/** Words that both have, as the first has them. */
	readonly shared: readonly string[]
	/** Opposites: what the first says, and the other; and the negations of both where one has more. */
	readonly opposed: readonly string[]
	/** Shared words of all there are, from 0 to 1. */
	readonly share: number
}

/** So many words are shared at the least, and so much of all words, or of the shorter text’s where it stands in a longer. */
const LEAST_SHARED = 3
const LEAST_SHARE = 0.6
const LEAST_WITHIN = 0.85

const listed = (words: string) => words.split(' ')

/** Words that stand in any position, in Swedish and English. */
const PLAIN = new Set(
	listed(
		`och att i på för med som en ett den det de är var ska skall bör måste vill vi av till om från vid kan få får ha har
		så också även där när sin sina sitt deras man anser föreslår alla detta denna dessa blir bli eller än samt
		the a an of to in on for with and or that this these is are be should shall must will we it by as from at have has
		their all also can may propose believe`.replace(/\s+/g, ' '),
	),
)
const NEGATIONS = new Set(
	listed('inte ej aldrig ingen inga inget icke utan varken not no never none without neither nor cannot'),
)
const ENDINGS =
	/(?<=..)(ade|as|ar|a)$|(?<=...)(ernas|arnas|ornas|erna|arna|orna|ande|ende|ings|ing|ens|et|ets|ers|ars|en|er|or|es|ed|te|de|e|s|n|t)$/

/** What is longer is no word of a language, and stands as it is. Letters. */
const LONGEST = 60

/** A word without its endings. Two that are no forms of one word may come to the same; it takes several to be alike. */
function stemOf(word: string): string {
	if (word.length > LONGEST) return word
	let stem = word
	for (let cut = ''; cut !== stem; ) {
		cut = stem
		stem = cut.replace(ENDINGS, '')
	}
	return stem
}

/** Pairs of which the one says the opposite of the other. */
const OPPOSITES = listed(
	`öka/minska höja/sänka införa/avskaffa införa/slopa behålla/avskaffa behålla/slopa tillåta/förbjuda obligatorisk/frivillig
	stärka/försvaga utöka/begränsa utvidga/inskränka öppna/stänga fler/färre mer/mindre tillstyrka/avstyrka bifalla/avslå
	förlänga/förkorta avgiftsfri/avgiftsbelagd offentlig/privat stödja/motsätta tidigare/senare
	increase/decrease increase/reduce raise/lower introduce/abolish keep/abolish allow/forbid permit/prohibit
	mandatory/voluntary strengthen/weaken expand/limit open/close more/fewer more/less support/oppose extend/shorten
	public/private accept/reject earlier/later`.replace(/\s+/g, ' '),
).map((pair) => pair.split('/').map(stemOf))

/** By what a word is compared, and on which side of a pair it stands; 0: it has no opposite here. */
type Concept = { readonly by: string; readonly side: number }

function oneOfPair(stem: string): Concept {
	const names = new Set([stem])
	// Two that have one opposite in common are on the same side: to abolish is the opposite of to introduce, and of to keep.
	for (let grown = -1; grown !== names.size; ) {
		grown = names.size
		for (const [one = '', other = ''] of OPPOSITES) if (names.has(one) || names.has(other)) names.add(one).add(other)
	}
	return { by: [...names].sort().join('/'), side: OPPOSITES.some(([one]) => one === stem) ? 1 : -1 }
}

const OF_PAIRS: ReadonlyMap<string, Concept> = new Map(OPPOSITES.flat().map((stem) => [stem, oneOfPair(stem)]))

const conceptOf = (stem: string): Concept => OF_PAIRS.get(stem) ?? { by: stem, side: 0 }

/** `known`: words that were looked at before. Taking endings off is what it costs, and a bank says the same words again and again. */
function read(text: string, known = new Map<string, Concept>()): Read {
	const words = new Map<string, { word: string; side: number }>()
	const negations: string[] = []
	for (const word of text
		.normalize('NFC')
		.toLowerCase()
		.match(/[\p{L}\p{N}]+/gu) ?? []) {
		if (NEGATIONS.has(word)) negations.push(word)
		else if (!PLAIN.has(word)) {
			const concept = known.get(word) ?? conceptOf(stemOf(word))
			known.set(word, concept)
			const { by, side } = concept
			if (!words.has(by)) words.set(by, { word, side })
		}
	}
	return { words, negations }
}

function compare(one: Read, other: Read): Likeness | null {
	const shared = [...one.words].filter(([by]) => other.words.has(by))
	const share = (2 * shared.length) / (one.words.size + other.words.size)
	const within = shared.length / Math.min(one.words.size, other.words.size)
	if (shared.length < LEAST_SHARED || (share < LEAST_SHARE && within < LEAST_WITHIN)) return null
	const turned = shared.flatMap(([by, { word, side }]) => {
		const theirs = other.words.get(by)
		return theirs && theirs.side !== side ? [`${word} – ${theirs.word}`] : []
	})
	const negated = one.negations.length % 2 !== other.negations.length % 2
	// Not to lower says what to raise does, as far as words go.
	const contradicts = turned.length > 0 !== negated
	const uneven = one.negations.length !== other.negations.length
	const kind = contradicts ? 'contradicts' : uneven && !negated ? 'alike' : 'repeats'
	const negations = uneven ? [...one.negations, ...other.negations] : []
	return {
		kind,
		shared: shared.map(([, { word }]) => word),
		opposed: kind === 'repeats' ? [] : [...turned, ...negations],
		share,
	}
}

/** Whether a position repeats or contradicts another; null: neither, as far as words tell. */
export const likeness = (one: string, other: string): Likeness | null => compare(read(one), read(other))

/** Most likenesses that are told of one position. */
const TOLD = 3

/** A text is compared with those that have one of its rarest words: of so many words, with so many of each. */
const RAREST = 8
const OF_EACH = 40

/** Of each text those it is like, the most like first. What has only words in common that stand everywhere may not be among them. */
export function likenesses<Adopted extends { readonly text: string }>(
	texts: readonly string[],
	bank: readonly Adopted[],
): { readonly adopted: Adopted; readonly likeness: Likeness }[][] {
	const concepts = new Map<string, Concept>()
	const all = bank.map((adopted) => ({ adopted, read: read(adopted.text, concepts) }))
	const having = new Map<string, (typeof all)[number][]>()
	for (const each of all)
		for (const by of each.read.words.keys()) {
			const found = having.get(by)
			if (found) found.push(each)
			else having.set(by, [each])
		}
	return texts.map((text) => {
		const mine = read(text, concepts)
		const lists = [...mine.words.keys()].map((by) => having.get(by) ?? [])
		const rarest = lists.toSorted((one, other) => one.length - other.length).slice(0, RAREST)
		return [...new Set(rarest.flatMap((list) => list.slice(0, OF_EACH)))]
			.flatMap(({ adopted, read: theirs }) => {
				const found = compare(mine, theirs)
				return found ? [{ adopted, likeness: found }] : []
			})
			.sort((a, b) => b.likeness.share - a.likeness.share)
			.slice(0, TOLD)
	})
}
