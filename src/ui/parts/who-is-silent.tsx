import { ACTS } from '#domain/acts.ts'
import type { Silent } from '#domain/deciding/remind.ts'
import { APART_MS, isAsked } from '#domain/deciding/reminding.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { offers } from '#domain/members/authority.ts'
import { formatList } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { LoadedWaiting } from '#read/deciding/waiting.ts'
import { href, routes } from '#routes'
import { blankForm, type FormState } from '#ui/form-state.ts'
import { useLanguage } from '#ui/language.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button } from './button.tsx'
import { Form } from './form.tsx'
import { Details, Sentence } from './notice.tsx'

type Props = Pick<PageView<unknown, StatementParams>, 'viewer' | 'params' | 'now' | 'form'> & {
	/** Null: nothing is asked, or it is not the viewer's to know. */
	readonly waiting: LoadedWaiting | null
}

/** More names than are read in a row. */
const MANY = 20

/** For chair and secretary, where something is asked: who has not answered, a button that reminds them, and whom to call. */
export function WhoIsSilent({ waiting, form, ...props }: Props) {
	const t = catalogue(useLanguage()).reminders
	if (waiting === null || !offers(ACTS.remind, props.viewer)) return null
	if (!isAsked(waiting, props.now) || waiting.silent.length === 0) return null
	// What was typed on the page, and what was wrong with it, belongs to another form.
	return (
		<section id="silent">
			<h2>{t.heading}</h2>
			<Silence {...props} waiting={waiting} form={blankForm(form.key)} heading="h3" />
		</section>
	)
}

type SilenceProps = Omit<Props, 'waiting' | 'viewer'> & {
	readonly waiting: LoadedWaiting
	readonly form: FormState
	/** Of what stands beneath: one below that of the place. */
	readonly heading: 'h2' | 'h3'
}

/** Those who have not answered, with what can be done about them. */
export function Silence({ waiting, params, now, form, heading: Heading }: SilenceProps) {
	const lang = useLanguage()
	const t = catalogue(lang).reminders
	const { silent, lastAt, lastCount, remindAt } = waiting
	const reached = silent.filter((each) => each.reached).length
	const unreached = silent.filter((each) => !each.reached)
	const at = { coalition: params.coalition, statement: params.statement }
	const again = lastAt === null ? null : lastAt + APART_MS
	return (
		<>
			<p>{t.waiting(silent.length)}</p>
			<Names of={silent} />
			{lastAt !== null && <p>{t.last(lastCount, lastAt)}</p>}
			{reached === 0 ? (
				<p>{t.noneReached}</p>
			) : again !== null && now < again ? (
				<p>{t.again(again)}</p>
			) : (
				<Form action={href(routes.reminders, at)} form={form}>
					<p>{t.means(reached)}</p>
					<Button look="secondary">{t.button}</Button>
				</Form>
			)}
			<NextReminder at={remindAt} now={now} />
			{unreached.length > 0 && (
				<>
					<Heading>{t.toCall}</Heading>
					<p>{t.toCallWhat}</p>
					<Names of={unreached} />
					<p>
						<a href={href(routes.byHand, { coalition: params.coalition })}>{t.whom}</a>
					</p>
				</>
			)}
		</>
	)
}

/** When those that have not answered are reminded by themselves. Nothing where they are not, or it has come and nothing ran yet. */
export function NextReminder({ at, now }: { readonly at: Instant | null; readonly now: Instant }) {
	const t = catalogue(useLanguage()).reminders
	return at !== null && at > now ? <p class="hint">{t.next(at)}</p> : null
}

function Names({ of }: { readonly of: readonly Silent[] }) {
	const lang = useLanguage()
	const names = formatList(
		lang,
		of.map(({ name }) => name),
	)
	if (of.length <= MANY) return <p>{names}</p>
	return <Details summary={catalogue(lang).reminders.showNames(of.length)}>{names}</Details>
}

/** What came of pressing: how many were reminded by mail, and how many are to be called. */
export function WereReminded({ lastAt, lastCount, silent }: LoadedWaiting) {
	const t = catalogue(useLanguage()).reminders
	const unreached = silent.filter(({ reached }) => !reached).length
	if (lastAt === null) return null
	return (
		<Sentence tone="success" live>
			{t.done(lastCount)}
			{unreached > 0 && ` ${t.doneCall(unreached)}`}
		</Sentence>
	)
}
