/** What one side, or several who want the same, would have in a place. */
export type Side = {
	/** The amendments that want it. */
	readonly by: readonly string[]
	/** The words that would stand there; empty where they would be gone. */
	readonly words: string
	/** Of a paragraph: it would be gone, or stand before another place of the base (its length for the end). */
	readonly outcome: 'changed' | 'removed' | 'moved'
	readonly before?: number
}

/** A place that two or more want in different ways. Until somebody chooses, the base's words stand there. */
export type Collision = {
	/** The same for the same place of the same base, whichever amendments there are: it is what a choice is named by. */
	readonly key: string
	/**
	 * `words`: the same words; `removed`: one removed what another changed or moved; `moved`: to two places; `whole`: changes that
	 * together would break what they stand in, such as a link.
	 */
	readonly kind: 'words' | 'removed' | 'moved' | 'whole'
	/** The paragraph's place in the base, from 0, and which block it is. */
	readonly place: number
	readonly blockId: string | null
	readonly base: string
	readonly sides: readonly Side[]
}

/**
 * Where amendments meet without changing the same words: all are kept, and somebody should read them together. `place`: of the
 * paragraph in whose words they meet, or that they put something before.
 */
export type Touch = { readonly place: number; readonly in: 'words' | 'between'; readonly by: readonly string[] }

/**
 * What is to stand where amendments collide: what one of them wants, what several want one after another, the base's words, or
 * what somebody wrote. Of a paragraph that one removed and another changed, anything but the side of the first keeps it.
 */
export type Choice =
	| { readonly side: string }
	| { readonly all: readonly string[] }
	| { readonly base: true }
	| { readonly text: string }

/** By the collision's key. What is chosen for a collision that there is not counts for nothing. */
export type Choices = Readonly<Record<string, Choice>>

/** A collision that somebody has to choose in, as they are told of it. `held`: only what these want can be chosen; empty: anything. */
export type OpenCollision = Pick<Collision, 'key' | 'kind' | 'base' | 'sides'> & { readonly held: readonly string[] }
