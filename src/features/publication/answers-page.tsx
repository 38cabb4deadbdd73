import type { Block } from '#domain/statement/block.ts'
import { catalogue } from '#i18n/index.ts'
import type { RecordedAssociation } from '#read/publication/public-statement.ts'
import type { Part } from '#ui/part.ts'
import { InParts } from '#ui/parts/in-parts.tsx'
import { AnswersTable } from './answers-table.tsx'
import { Dissents, hasDissent } from './dissent.tsx'
import { hasStances, Stances } from './positions.tsx'
import { answersHref, CoalitionFrame, type PublicFrame, statementHref } from './public-frame.tsx'
import type { PublishedData } from './statement-page.tsx'

export type AnswersPageProps = {
	readonly frame: PublicFrame
	readonly data: PublishedData
	readonly blocks: readonly Block[]
	readonly part: Part<RecordedAssociation>
}

/** What each association answered: its stances with its reasons, its dissent, its vote and sign-off. */
export function AnswersPage({ frame, data, blocks, part }: AnswersPageProps) {
	const { coalition, statement } = data
	const { record, text } = statement
	const t = catalogue(frame.lang).publicPages
	const { slug } = coalition
	const shown = { overview: null, each: part.items }
	const page = statementHref(frame, slug, record)
	return (
		<CoalitionFrame
			frame={frame}
			coalition={coalition}
			path={(of) => answersHref(of, slug, record, part.number)}
			title={t.answers.title}
			writtenIn={text.language}
			part={part}
			eyebrow={record.label}
			where={[{ label: text.title, href: page, written: true }]}
		>
			<InParts
				part={part}
				to={(number) => answersHref(frame, slug, record, Number(number ?? 1))}
				label={t.answers.title}
			>
				<AnswersTable record={record} associations={part.items} />
				{hasStances(shown) && (
					<section class="wide">
						<h2>{t.positions.title}</h2>
						<Stances language={text.language} associations={part.items} blocks={blocks} page={page} />
					</section>
				)}
				{hasDissent(shown) && (
					<section>
						<h2>{t.dissent.title}</h2>
						<Dissents language={text.language} associations={part.items} />
					</section>
				)}
			</InParts>
			<p>
				<a href={page}>{t.answers.toStatement}</a>
			</p>
		</CoalitionFrame>
	)
}
