/** Names of the sets of bylaws in `PRESETS`. */
export const PRESET_NAMES = ['standard', 'board', 'writtenProcedure', 'secret'] as const
export type Preset = (typeof PRESET_NAMES)[number]

/** `simple`: more yes than no. `twoThirds`: yes at least two thirds of yes and no. `unanimous`: no association says no. */
export const MAJORITIES = ['simple', 'twoThirds', 'unanimous'] as const

/** `rollCall`: seen as they come in. `hiddenUntilClosed`: seen when over. `secret`: never tied to an association. */
export const SECRECIES = ['rollCall', 'hiddenUntilClosed', 'secret'] as const

/** What a coalition has agreed about how it decides. Frozen into each ballot when it opens. */
export type Bylaws = {
	readonly preset: Preset
	/** The least part of the electorate that must take part (vote yes, no or abstain) for a decision. */
	readonly quorum: Quorum
	readonly majority: (typeof MAJORITIES)[number]
	/** Who sees how associations voted, and when. */
	readonly secrecy: (typeof SECRECIES)[number]
	/** A yes vote may also be the association's sign-off. Not in secret ballots, where it would tell how they voted. */
	readonly yesCarriesSignoff: boolean
	/** The light track: nobody objecting before the deadline is consent. */
	readonly silenceIsConsent: boolean
	/** The ballot's question also authorises the chair to mend slips in the text after the vote. */
	readonly editorialChanges: boolean
	/** Chair and secretary may vote and sign for an association, where they have a seat for one. */
	readonly officersVote: boolean
	/** The least time that associations are given, in days of 24 hours. No role shortens it alone. */
	readonly leastDays: LeastDays
}

/** To vote; to object, where silence is consent; to put their name to what was decided. */
export type LeastDays = { readonly answer: number; readonly object: number; readonly sign: number }

export type Quorum =
	| { readonly kind: 'atLeast'; readonly associations: number }
	| { readonly kind: 'moreThanHalf' }
	/** Written procedure (per capsulam): every association must answer, or the form is not accepted. */
	| { readonly kind: 'everyone' }

const standard: Bylaws = {
	preset: 'standard',
	quorum: { kind: 'moreThanHalf' },
	majority: 'simple',
	secrecy: 'rollCall',
	yesCarriesSignoff: true,
	silenceIsConsent: true,
	editorialChanges: true,
	officersVote: false,
	leastDays: { answer: 7, object: 7, sign: 3 },
}

/** The sets of bylaws a coalition can choose from, each explained in one sentence in the interface. */
export const PRESETS: Readonly<Record<Preset, Bylaws>> = {
	standard,
	board: {
		...standard,
		preset: 'board',
		quorum: { kind: 'atLeast', associations: 3 },
		secrecy: 'hiddenUntilClosed',
		officersVote: true,
	},
	writtenProcedure: {
		...standard,
		preset: 'writtenProcedure',
		quorum: { kind: 'everyone' },
		silenceIsConsent: false,
		editorialChanges: false,
	},
	secret: { ...standard, preset: 'secret', secrecy: 'secret', yesCarriesSignoff: false, silenceIsConsent: false },
}

/** Fewer papers than this tell how each of those voted, or nearly. No bylaws go below it where ballots are secret. */
export const LEAST_PAPERS = 3

/** How many associations of `electorate` must take part. */
export function quorumNeeded({ quorum, secrecy }: Pick<Bylaws, 'quorum' | 'secrecy'>, electorate: number): number {
	const needed = partNeeded(quorum, electorate)
	return secrecy === 'secret' ? Math.max(needed, LEAST_PAPERS) : needed
}

function partNeeded(quorum: Quorum, electorate: number): number {
	switch (quorum.kind) {
		case 'atLeast':
			return Math.min(quorum.associations, electorate)
		case 'moreThanHalf':
			return Math.floor(electorate / 2) + 1
		case 'everyone':
			return electorate
	}
}
