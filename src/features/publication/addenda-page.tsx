import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { ADDENDUM_KINDS, isWithdrawn, standingAddendum, stateOf } from '#domain/publication/addendum.ts'
import { addendumWords } from '#i18n/addenda.ts'
import type { AddendaView } from '#read/publication/addenda.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { Tag, type Tone } from '#ui/parts/tag.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

const TONES: Readonly<Record<ReturnType<typeof stateOf>, Tone>> = {
	open: 'wait',
	settled: 'wait',
	lapsed: 'plain',
	takenBack: 'plain',
	published: 'good',
}

/** What was added to a published statement, what may be, and where each stands. */
export function AddendaPage(props: PageView<AddendaView, StatementParams>) {
	const { data, viewer, lang, now, params } = props
	const { header, about } = data
	const t = addendumWords(lang)
	const addenda = about?.addenda ?? []
	const may = offers(ACTS.proposeAddendum, viewer, header.statement) && !isWithdrawn(addenda)
	const standing = standingAddendum(addenda, now)
	return (
		<StatementPage view={props} header={header} tab="signoffs" title={t.title} does={ACTS.proposeAddendum}>
			<p class="lead">{t.lead}</p>
			{addenda.length === 0 ? (
				<EmptyState title={t.none}>{t.noneWhat}</EmptyState>
			) : (
				<ul class="tasks">
					{addenda.map((addendum) => {
						const state = stateOf(addendum, now)
						return (
							<li>
								<div>
									<a class="verb" href={href(routes.addendum, { ...params, addendum: addendum.id })}>
										{t.proposed(addendum.kind, addendum.openedAt)}
									</a>
								</div>
								<Tag tone={TONES[state]}>{t.states[state]}</Tag>
							</li>
						)
					})}
				</ul>
			)}
			{may && standing && <Sentence>{t.standsAlready}</Sentence>}
			{may && !standing && (
				<ButtonRow>
					{ADDENDUM_KINDS.map((kind) => (
						<LinkButton look="secondary" href={href(routes.newAddendum, params, { kind })}>
							{t.propose[kind]}
						</LinkButton>
					))}
				</ButtonRow>
			)}
		</StatementPage>
	)
}
