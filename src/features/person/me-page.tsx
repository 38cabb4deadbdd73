import { catalogue } from '#i18n/index.ts'
import type { ShownChange } from '#read/person/addresses.ts'
import type { OwnCoalition, OwnTasks } from '#read/planning/tasks.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { firstOf } from '#ui/part.ts'
import { LinkButton } from '#ui/parts/button.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { EmptyState, Notice } from '#ui/parts/notice.tsx'
import { TaskList } from '#ui/parts/task-list.tsx'
import { waitingRows } from '#ui/waiting-tasks.ts'
import { proposedSentence } from './own-addresses-page.tsx'

/** What waits on the person who is signed in, across coalitions, and the ways into them. */
export function MePage({
	frame,
	viewer,
	data,
	lang,
	now,
}: PageView<OwnTasks & { readonly proposed: readonly ShownChange[] }>) {
	const t = catalogue(lang)
	const { tasks, coalitions } = data
	const person = viewer.person ? { name: viewer.person.name, waiting: tasks.length } : undefined
	const { own } = t.addresses
	return (
		<Page {...frame} person={person} title={t.tasks.title} robots="noindex">
			{data.proposed.map((change) => (
				<Notice tone="warning">
					<p>{proposedSentence(change, lang, now)}</p>
					<p>
						<a href={href(routes.ownAddresses)}>{own.look}</a>
					</p>
				</Notice>
			))}
			{tasks.length > 0 ? (
				<InParts part={firstOf(tasks)} to={null} label={t.tasks.title}>
					<TaskList tasks={waitingRows(lang, firstOf(tasks).items, coalitions.length > 1)} now={now} />
				</InParts>
			) : (
				coalitions.length > 0 && <EmptyState title={t.tasks.nothing}>{t.tasks.nothingMore}</EmptyState>
			)}
			{coalitions.length > 0 ? (
				<Coalitions coalitions={coalitions} />
			) : (
				!viewer.person?.operator && <EmptyState title={t.tasks.noSeat}>{t.tasks.noSeatHint}</EmptyState>
			)}
			{viewer.person?.operator && coalitions.length === 0 && (
				<EmptyState
					title={t.tasks.operates}
					action={<LinkButton href={href(routes.operator)}>{t.tasks.operator}</LinkButton>}
				>
					{t.tasks.operatesWhat}
				</EmptyState>
			)}
			<ul class="links">
				{viewer.person?.operator && coalitions.length > 0 && (
					<li>
						<a href={href(routes.operator)}>{t.tasks.operator}</a>
					</li>
				)}
				<li>
					<a href={href(routes.profile)}>{t.signIn.profile.title}</a>
				</li>
			</ul>
		</Page>
	)
}

function Coalitions({ coalitions }: { readonly coalitions: readonly OwnCoalition[] }) {
	const t = catalogue(useLanguage())
	return (
		<>
			<h2>{t.tasks.coalitions}</h2>
			<ul class="tasks">
				{coalitions.map(({ slug, name, seats }) => (
					<li>
						<div>
							<a class="verb" href={href(routes.workspace, { coalition: slug })}>
								{name}
							</a>
							<span class="about">
								{seats
									.map(({ role, association }) => t.tasks.seat(t.members.rolesInText[role], association))
									.join(', ')}
							</span>
						</div>
					</li>
				))}
			</ul>
		</>
	)
}
