import { ACTS } from '#domain/acts.ts'
import { CHOSEN_LIMIT } from '#domain/coalition/sorting.ts'
import { offers } from '#domain/members/authority.ts'
import { catalogue } from '#i18n/index.ts'
import { topicWords } from '#i18n/topics.ts'
import type { SortingView } from '#read/coalition/topics.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Checkboxes } from '#ui/parts/choices.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { Written } from '#ui/parts/written.tsx'
import { trail } from '#ui/trail.ts'
import { partOfTrail, TopicHistory } from './topic-history.tsx'

type Props = PageView<SortingView, { readonly coalition: string }> & {
	/** Where its own page is, and where the form goes. */
	readonly own: string
	readonly to: (query?: { readonly part: string | undefined }) => string
}

/** What a statement is sorted under, for members to see; for chair and secretary to choose. */
export function SortingPage({ data, form, lang, frame, params, query, viewer, own, to }: Props) {
	const { title, label, topics, chosen, history } = data
	const t = topicWords(lang)
	const may = offers(ACTS.chooseTopics, viewer)
	const offered = topics.filter(({ id, awayAt }) => awayAt === null || chosen.includes(id))
	const { coalition } = params
	const toList = <a href={href(routes.settingsTopics, { coalition })}>{t.choose.toList}</a>
	return (
		<Page
			{...frame}
			title={may ? t.choose.title : t.title}
			eyebrow={
				<>
					{label !== null && `${label}: `}
					<Written>{title}</Written>
				</>
			}
			where={[...trail(lang, coalition, 'workspace'), { label: title, href: own, written: true }]}
			part={partOfTrail(history, query)}
		>
			{form.typed === null && query.get('done') === 'chosen' && (
				<Sentence tone="success" live>
					{t.done.chosen}
				</Sentence>
			)}
			{offered.length === 0 && (
				<EmptyState title={t.choose.noTopics} action={may && toList}>
					{may ? t.lead : t.choose.nobody}
				</EmptyState>
			)}
			{offered.length > 0 && may && (
				<Form action={to()} form={form}>
					<Checkboxes
						name="topics[]"
						label={t.choose.label}
						hint={t.choose.hint(CHOSEN_LIMIT)}
						values={chosen}
						options={offered.map(({ id, name, awayAt }) => {
							return awayAt === null ? { value: id, label: name } : { value: id, label: name, hint: t.choose.isAway }
						})}
					/>
					<SubmitRow cancel={own}>{catalogue(lang).common.verbs.save}</SubmitRow>
				</Form>
			)}
			{offered.length > 0 && may && <p>{toList}</p>}
			{offered.length > 0 && !may && (
				<ul>
					{topics
						.filter(({ id }) => chosen.includes(id))
						.map(({ name }) => (
							<li>{name}</li>
						))}
				</ul>
			)}
			<TopicHistory lang={lang} trail={history} query={query} to={to} />
		</Page>
	)
}
