import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { catalogue } from '#i18n/index.ts'
import { olderWords } from '#i18n/older.ts'
import type { OlderFollowUpView } from '#read/publication/older-follow-up.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { Named, type OlderParams, olderTrail } from './older-members-page.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { SoFar } from './outcomes-so-far.tsx'

type Props<Params = OlderParams> = PageView<OlderFollowUpView, Params>

const trailOf = ({ data: { older }, lang, params }: Props) => olderTrail({ data: older, lang, params }, true)

/** What came of the positions of an older statement; and for the chair the form in which it is recorded. */
export function OlderOutcomesPage(props: Props) {
	const { data, form, lang, frame, now, params, query, viewer } = props
	const { older, positions, documents } = data
	const t = catalogue(lang).outcomes
	const may = offers(ACTS.recordOlderOutcomes, viewer)
	const told = new Map(Object.entries(t.done)).get(query.get('done') ?? '')
	return (
		<Page {...frame} title={t.title} eyebrow={<Named older={older} />} where={trailOf(props)}>
			{told !== undefined && (
				<Sentence tone="success" live>
					{told}
				</Sentence>
			)}
			{positions.length === 0 ? (
				<EmptyState title={t.noPositions}>{t.noPositionsWhat}</EmptyState>
			) : (
				<>
					{may && <p class="lead">{olderWords(lang).outcomes.lead}</p>}
					<SoFar
						language={older.content.language}
						positions={positions}
						documents={documents}
						correction={may ? (document) => href(routes.olderOutcomeCorrection, { ...params, document }) : null}
					/>
					{may && (
						<section class="wide">
							<h2>{t.record}</h2>
							<OutcomeForm action={href(routes.olderOutcomes, params)} form={form} now={now} positions={positions} />
						</section>
					)}
				</>
			)}
		</Page>
	)
}

/** What a document tells, to be recorded anew. */
export function OlderOutcomeCorrectionPage(props: Props<OlderParams & { readonly document: string }>) {
	const { data, form, lang, frame, now, params } = props
	const { older, positions, documents } = data
	const t = catalogue(lang).outcomes
	const before = documents.find(({ documentId }) => documentId === params.document)
	return (
		<Page
			{...frame}
			title={t.correct(before?.document.title ?? '')}
			eyebrow={<Named older={older} />}
			where={[...trailOf(props), { label: t.title, href: href(routes.olderOutcomes, params) }]}
		>
			<p>{t.correctWhat}</p>
			<section class="wide">
				<OutcomeForm
					action={href(routes.olderOutcomeCorrection, params)}
					form={form}
					now={now}
					positions={positions}
					{...(before && { before })}
					cancel={href(routes.olderOutcomes, params)}
				/>
			</section>
		</Page>
	)
}
