import { TOPIC_NAME, type TopicList } from '#domain/coalition/topics.ts'
import { bankWords } from '#i18n/bank.ts'
import type { Language } from '#i18n/language.ts'
import { topicWords } from '#i18n/topics.ts'
import type { ListedTopic, TopicView } from '#read/coalition/topics.ts'
import { href, routes } from '#routes'
import { blankForm } from '#ui/form-state.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { trail } from '#ui/trail.ts'
import type { SettingsParams } from './setting-page.tsx'
import { partOfTrail, TopicHistory } from './topic-history.tsx'

type ListProps = PageView<readonly ListedTopic[], SettingsParams> & { readonly list: TopicList }

/** What is said of topics, in the words of groups where the list has those. */
function wordsOf(lang: Language, list: TopicList) {
	const t = topicWords(lang)
	return list === 'group' ? { ...t, ...bankWords(lang).groupList } : t
}

/** What the coalition sorts its statements under, or the groups that its positions are about, and to add to it. */
export function TopicsPage({ data, form, lang, frame, params, query, list }: ListProps) {
	const t = wordsOf(lang, list)
	const added = form.typed === null && data.find(({ id }) => id === query.get('added'))
	const [used, away] = [data.filter(({ awayAt }) => awayAt === null), data.filter(({ awayAt }) => awayAt !== null)]
	const rows = (topics: readonly ListedTopic[]) => (
		<ul class="tasks">
			{topics.map(({ id, name, statements, positions }) => (
				<li>
					<div>
						<a class="verb" href={href(routes.topic, { ...params, topic: id })}>
							{name}
						</a>
						<span class="about">{list === 'group' ? bankWords(lang).found(positions) : t.statements(statements)}</span>
					</div>
				</li>
			))}
		</ul>
	)
	return (
		<Page {...frame} title={t.title} where={trail(lang, params.coalition, 'workspace', 'settings')}>
			{added && (
				<Sentence tone="success" live>
					{t.done.added(added.name)}
				</Sentence>
			)}
			<p class="lead">{t.lead}</p>
			{data.length === 0 ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : rows(used)}
			<section>
				<h2>{t.add}</h2>
				<Form action={href(list === 'group' ? routes.settingsGroups : routes.settingsTopics, params)} form={form}>
					<TextField name="name" label={t.name} hint={t.nameHint(TOPIC_NAME)} width="medium" />
					<SubmitRow>{t.addNow}</SubmitRow>
				</Form>
			</section>
			{away.length > 0 && (
				<section>
					<h2>{t.away}</h2>
					<p>{t.awayHint}</p>
					{rows(away)}
				</section>
			)}
		</Page>
	)
}

type TopicProps = PageView<TopicView, SettingsParams & { readonly topic: string }>

const DONE = ['renamed', 'away', 'back'] as const

/** One of them: its name, whether it is in use, and what became of it. */
export function TopicPage({ data, form, lang, frame, params, query }: TopicProps) {
	const { topic, history } = data
	const { list } = topic
	const t = wordsOf(lang, list)
	const { coalition } = params
	const isAway = topic.awayAt !== null
	const done = form.typed === null ? DONE.find((each) => each === query.get('done')) : undefined
	// What was sent belongs to the form that it was sent with.
	const naming = form.typed?.used === undefined ? form : blankForm(form.key)
	const where = [
		...trail(lang, coalition, 'workspace', 'settings'),
		{ label: t.title, href: href(list === 'group' ? routes.settingsGroups : routes.settingsTopics, { coalition }) },
	]
	return (
		<Page {...frame} title={topic.name} where={where} part={partOfTrail(history, query)}>
			{done && (
				<Sentence tone="success" live>
					{t.done[done](topic.name)}
				</Sentence>
			)}
			{isAway && done !== 'away' && <Sentence>{t.isAway}</Sentence>}
			<p>
				{list === 'group' ? (
					<a href={href(routes.positions, { coalition }, { group: topic.slug })}>{bankWords(lang).groupList.toBank}</a>
				) : (
					<a href={href(routes.archive, { coalition }, { topic: topic.slug })}>{t.toArchive}</a>
				)}
			</p>
			<section>
				<h2>{t.rename}</h2>
				<Form action={href(routes.topic, params)} form={naming}>
					<TextField name="name" label={t.name} hint={t.renameHint} width="medium" value={topic.name} />
					<SubmitRow>{t.renameNow}</SubmitRow>
				</Form>
			</section>
			<section>
				<h2>{isAway ? t.bringBack : t.putAway}</h2>
				<p>{isAway ? t.bringBackHint : t.putAwayHint}</p>
				<Form action={href(routes.topicUse, params)} form={form} values={{ used: isAway ? 'yes' : 'no' }}>
					<SubmitRow look="secondary">{isAway ? t.bringBack : t.putAway}</SubmitRow>
				</Form>
			</section>
			<TopicHistory lang={lang} trail={history} query={query} to={(asked) => href(routes.topic, params, asked)} />
		</Page>
	)
}
