import type { Block } from '#domain/statement/block.ts'
import { formatDate } from '#i18n/format.ts'
import { publicWords } from '#i18n/public.ts'
import type { PublishedStatement } from '#read/publication/public-statement.ts'
import { useLanguage } from '#ui/language.ts'
import { Inset } from '#ui/parts/notice.tsx'
import { type Placed, placedPositions } from './placed-positions.tsx'

type CitationProps = {
	readonly statement: PublishedStatement
	readonly blocks: readonly Block[]
	/** The full address of the statement in its own language. */
	readonly address: string
	/** Where one of its positions is by itself. */
	readonly toPosition: (place: string) => string
	readonly files: Readonly<Record<'pdf' | 'docx' | 'markdown' | 'json' | 'akn', string>>
}

/** How to cite the statement and each of its positions, and its files. */
export function Citation({ statement: { record, text }, blocks, address, toPosition, files }: CitationProps) {
	const lang = useLanguage()
	const t = publicWords(lang).publicPages.cite
	const places = placedPositions(blocks)
	const example = places.find(({ name }) => name.includes(' ')) ?? places[0]
	return (
		<section id="cite">
			<h2>{t.title}</h2>
			<h3>{t.whole}</h3>
			<Inset>
				<p>{t.text(record.coalition, record.label, text.title, formatDate(lang, record.publishedOn), address)}</p>
			</Inset>
			{example !== undefined && (
				<div class="no-print">
					<h3>{t.position}</h3>
					<p>
						{t.positionHow} {t.positionText(record.label, example.name)}
					</p>
					<PositionNumbers places={places} to={toPosition} />
				</div>
			)}
			<div class="no-print">
				<h3>{t.files}</h3>
				<ul class="links">
					<li>
						<a href={files.pdf} type="application/pdf">
							{t.pdf}
						</a>
					</li>
					<li>
						<a href={files.docx}>{t.docx}</a>
					</li>
					<li>
						<a href={files.markdown}>{t.markdown}</a>
					</li>
					<li>
						<a href={files.json}>{t.json}</a>
					</li>
					<li>
						<a href={files.akn}>{t.akn}</a>
					</li>
				</ul>
			</div>
		</section>
	)
}

type PositionNumbersProps = { readonly places: readonly Placed[]; readonly to: (place: string) => string }

/** A text's positions by their numbers, each leading to its own page. */
export function PositionNumbers({ places, to }: PositionNumbersProps) {
	const t = publicWords(useLanguage()).publicPages.cite
	return (
		<nav aria-label={t.positions}>
			<ul class="numbers">
				{places.map(({ place, name }) => (
					<li>
						<a href={to(place)} aria-label={t.positionName(name)}>
							{name}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}
