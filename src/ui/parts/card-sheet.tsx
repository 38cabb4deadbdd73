import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'

type CardSheetProps = {
	/** Whose it is, where the page does not say so. */
	readonly title?: string
	readonly about?: string
	readonly handle: string
	readonly codes: readonly string[]
	/** Where to sign in, as printed: without the scheme. */
	readonly address: string
	/** The day it was made, written out. */
	readonly issued: string
	/** Whoever looks at it made it for themselves. */
	readonly own?: boolean
}

/** A card as it is printed: what it is called, its codes, and how they are used. */
export function CardSheet({ title, about, handle, codes, address, issued, own }: CardSheetProps) {
	const t = catalogue(useLanguage()).members.cards
	const Heading = title === undefined ? 'h2' : 'h3'
	return (
		<div class="sheet card">
			{title !== undefined && <h2>{title}</h2>}
			{about !== undefined && <p class="about">{about}</p>}
			<Heading>{t.handle}</Heading>
			<p class="code">{handle}</p>
			<Heading>{t.codes}</Heading>
			<ol class="codes">
				{codes.map((code) => (
					<li class="code">{code}</li>
				))}
			</ol>
			<Heading>{t.signIn}</Heading>
			<ol>
				{t.steps(address).map((step) => (
					<li>{step}</li>
				))}
			</ol>
			<p>{own ? t.lostOwn : t.lost}</p>
			<p class="about">{t.issued(issued)}</p>
		</div>
	)
}
