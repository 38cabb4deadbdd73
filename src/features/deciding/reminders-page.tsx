import { ACTS } from '#domain/acts.ts'
import { isAsked } from '#domain/deciding/reminding.ts'
import { catalogue } from '#i18n/index.ts'
import type { RemindersView } from '#read/deciding/waiting.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { Silence, WereReminded } from '#ui/parts/who-is-silent.tsx'
import { StatementPage, type StatementTab } from '#ui/statement-page.tsx'

/** The tab on which what is asked is answered. */
const TAB_OF = { consultation: 'stances', ballot: 'ballot', signoff: 'signoffs' } as const satisfies Record<
	string,
	StatementTab
>

/** Who has not answered what is asked about the text, and the button that reminds them; afterwards, what came of it. */
export function RemindersPage(props: PageView<RemindersView, StatementParams>) {
	const { data, lang, now, query } = props
	const { header, waiting } = data
	const t = catalogue(lang).reminders
	return (
		<StatementPage
			view={props}
			header={header}
			tab={waiting === null ? 'text' : TAB_OF[waiting.ask]}
			title={t.title}
			does={ACTS.remind}
		>
			{waiting !== null && query.get('done') === 'reminded' && <WereReminded {...waiting} />}
			{waiting === null || !isAsked(waiting, now) ? (
				<Sentence>{t.over}</Sentence>
			) : waiting.silent.length === 0 ? (
				<EmptyState title={t.allAnswered}>{t.allAnsweredWhat}</EmptyState>
			) : (
				<Silence {...props} waiting={waiting} heading="h2" />
			)}
		</StatementPage>
	)
}
