import type { Child } from 'hono/jsx'

type ColumnsProps = {
	readonly children: Child
	/** What belongs beside the text, below it on a phone. `label` names it for those who move by landmarks. */
	readonly aside: Child
	readonly label: string
}

/** A text with something beside it. */
export function Columns({ children, aside, label }: ColumnsProps) {
	return (
		<div class="columns wide">
			<div>{children}</div>
			<aside aria-label={label}>{aside}</aside>
		</div>
	)
}

/** A sheet of paper: the text that is written, voted on or published, apart from what the page says about it. `marked`: with room for marks beside it. */
export function Sheet({ children, marked }: { readonly children: Child; readonly marked?: boolean }) {
	return <div class={marked ? 'sheet marked wide' : 'sheet'}>{children}</div>
}

type MastheadProps = {
	/** The coalition, the number, the date: what stands at the head of the paper. */
	readonly coalition: string
	readonly facts: readonly Child[]
}

/** The head of a published statement. On paper it is the letterhead. Stands before its `h1`. */
export function Masthead({ coalition, facts }: MastheadProps) {
	return (
		<p class="masthead">
			<strong>{coalition}</strong>
			{facts.map((fact) => (
				<span>{fact}</span>
			))}
		</p>
	)
}
