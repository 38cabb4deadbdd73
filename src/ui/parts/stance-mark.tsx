import type { Child } from 'hono/jsx'
import type { StanceChoice } from '#domain/deciding/stance.ts'
import { publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'

/** Told apart by shape, not only by colour: filled, outlined and half-filled circles, a square for no. */
const shapes: Readonly<Record<StanceChoice, Child>> = {
	support: (
		<>
			<circle class="fill" cx="10" cy="10" r="9" />
			<path class="on" d="m5.8 10.4 2.9 2.9 5.6-6" />
		</>
	),
	supportWithChanges: (
		<>
			<circle cx="10" cy="10" r="8" />
			<path d="m5.8 10.4 2.9 2.9 5.6-6" />
		</>
	),
	partial: (
		<>
			<circle cx="10" cy="10" r="8" />
			<path class="fill" d="M10 2a8 8 0 0 0 0 16Z" />
		</>
	),
	oppose: (
		<>
			<rect class="fill" x="1.5" y="1.5" width="17" height="17" rx="3" />
			<path class="on" d="m6.3 6.3 7.4 7.4m0-7.4-7.4 7.4" />
		</>
	),
	abstain: (
		<>
			<circle cx="10" cy="10" r="8" />
			<path d="M6 10h8" />
		</>
	),
	noComment: <path class="dots" d="M4 10h.01M10 10h.01M16 10h.01" />,
}

type StanceMarkProps = {
	readonly stance: StanceChoice
	/** Show the symbol alone, as in a cell of the matrix; the word is still read aloud. */
	readonly symbolOnly?: boolean | undefined
}

/** The symbol alone. */
export function StanceShape({ stance }: { readonly stance: StanceChoice }) {
	return (
		<svg viewBox="0 0 20 20" aria-hidden="true">
			{shapes[stance]}
		</svg>
	)
}

/** What an association thinks: a symbol and a word. */
export function StanceMark({ stance, symbolOnly }: StanceMarkProps) {
	const lang = useLanguage()
	return (
		<span class={`stance ${stance}`}>
			<StanceShape stance={stance} />
			<span class={symbolOnly ? 'vh' : undefined}>{publicWords(lang).stances.names[stance]}</span>
		</span>
	)
}
