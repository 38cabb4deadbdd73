import { ACTS } from '#domain/acts.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { amendmentWords } from '#i18n/amendments.ts'
import { href, routes } from '#routes'
import { Sentence } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { InTheWay } from './amendment-page.tsx'
import { isLive } from './item.tsx'
import type { AmendmentProps } from './props.tsx'
import { standingOf } from './standing.tsx'
import { WritingForm } from './writing-form.tsx'

type Props = AmendmentProps & {
	readonly stretch: readonly BlockVersion[]
	readonly shown: string
	readonly wanted: readonly Wanted[] | null
}

/** An amendment written anew against the text as it is now, beside what stands in its way. */
export function WordingPage(props: Props) {
	const { data, form, lang, params, stretch, shown, wanted } = props
	const { amendment, blocks, header } = data
	const t = amendmentWords(lang)
	const { clashes } = standingOf(amendment, blocks, isLive(amendment))
	return (
		<StatementPage view={props} header={header} tab="amendments" title={t.change} does={ACTS.changeAmendment}>
			<p>
				<strong>{t.from(amendment.number, amendment.association)}</strong>
			</p>
			{clashes.length > 0 && <Sentence tone="warning">{t.standsInTheWay}</Sentence>}
			{clashes.map((clash) => (
				<InTheWay clash={clash} lang={lang} language={header.statement.language} />
			))}
			<WritingForm
				to={href(routes.amendmentWording, params)}
				cancel={href(routes.amendment, params)}
				form={form}
				way="change"
				blocks={blocks}
				stretch={stretch}
				shown={shown}
				reason={amendment.reason}
				wanted={wanted}
				values={{ versionId: amendment.versionId }}
				autosave={`wording-${amendment.id}`}
				submit={t.change}
			/>
			<Sentence>{t.changeMeans}</Sentence>
		</StatementPage>
	)
}
