import { ACTS } from '#domain/acts.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import { demandsOf } from '#domain/publication/demands.ts'
import { PACK_FILES, packFileName } from '#domain/publication/pack.ts'
import { type CheckedLetter, checkedLetter, type WrittenLetter } from '#domain/publication/sending.ts'
import { catalogue } from '#i18n/index.ts'
import { proposedLetter } from '#i18n/proposed-letter.ts'
import { href, routes } from '#routes'
import { typedValue } from '#ui/form-state.ts'
import { LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { Checkbox } from '#ui/parts/choices.tsx'
import { TextArea, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { SentList } from '#ui/parts/sent-letters.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { Demands } from './demands.tsx'
import type { Sending, SendingProps } from './sending-props.tsx'
import { SendingReview } from './sending-review.tsx'

type Proposing = SendingProps & { readonly proposed: WrittenLetter }

function proposedOf({ data, params }: SendingProps): WrittenLetter {
	const { asked, named, header, origin } = data
	const { title, language } = header.statement
	const { year = 0, number = 0, label = '' } = header.published ?? {}
	const at = { coalition: params.coalition, year: String(year), number: String(number) }
	return proposedLetter({ asked, named, label, title, language, address: origin + href(routes.published, at) })
}

/** What is asked of the answer and whether it is so, the letter, and what was sent before. */
export function SendingPage(props: SendingProps) {
	const { data, form, lang, query } = props
	const t = catalogue(lang).sending
	const proposed = proposedOf(props)
	const value = (field: keyof WrittenLetter) => typedValue(form, field, proposed[field])
	const typed = { to: value('to'), copyTo: value('copyTo'), subject: value('subject'), cover: value('cover') }
	const checked = checkedLetter(typed)
	const asks =
		form.typed !== null && Object.keys(form.errors).length === 0 && typedValue(form, 'confirmed') !== 'change'
	return (
		<StatementPage view={props} header={data.header} tab="signoffs" title={t.title} does={ACTS.sendResponse}>
			{query.get('done') === 'sent' && data.responses.length > 0 && (
				<Sentence tone="success" live>
					{t.done}
				</Sentence>
			)}
			<SentBefore {...props} />
			<DemandsOf {...props} proposed={proposed} letter={checked.ok ? checked.value : null} />
			{asks && checked.ok && data.files !== null ? (
				<SendingReview {...props} letter={checked.value} typed={typed} />
			) : (
				<Write {...props} proposed={proposed} />
			)}
		</StatementPage>
	)
}

function DemandsOf({ data, lang, now, proposed, letter }: Proposing & { readonly letter: CheckedLetter | null }) {
	const { asked, named, coalition, header } = data
	const label = header.published?.label ?? ''
	const names = PACK_FILES.map((kind) => packFileName(named, label, kind))
	const written = letter ?? { to: [], copyTo: [], subject: proposed.subject }
	const today = swedishDate(now)
	return <Demands lang={lang} today={today} demands={demandsOf(asked, { ...written, names }, coalition.name, today)} />
}

/** When and to whom it was sent, and what became of that: in red where it has not left. */
function SentBefore({ data, lang, params }: SendingProps) {
	const { responses, dispatches } = data
	if (responses.length + dispatches.length === 0) return null
	return (
		<section>
			<h2>{catalogue(lang).sending.sent}</h2>
			<SentList letters={data} coalition={params.coalition} steward />
			<p>
				<a href={href(routes.sent, params)}>{catalogue(lang).sent.show}</a>
			</p>
		</section>
	)
}

const inVain = ({ outcome }: Sending['responses'][number]) => outcome !== null && outcome !== 'taken'

function Write({ data, form, lang, params, proposed }: Proposing) {
	const t = catalogue(lang).sending
	const { responses, dispatches } = data
	const isSent = dispatches.length > 0 || !responses.every(inVain)
	return (
		<>
			<h2>{t.letter}</h2>
			<Form action={href(routes.sending, params)} form={form}>
				<TextArea name="to" label={t.fieldTo} hint={t.fieldToHint} rows={2} value={proposed.to} />
				<TextArea name="copyTo" label={t.fieldCopyTo} hint={t.fieldToHint} rows={2} optional value={proposed.copyTo} />
				<TextField name="subject" label={t.subject} value={proposed.subject} />
				<TextArea name="cover" label={t.cover} rows={12} value={proposed.cover} />
				{isSent && (
					<>
						<Checkbox name="again" label={t.again} />
						<TextField name="reason" label={t.reason} />
					</>
				)}
				<SubmitRow>{t.review}</SubmitRow>
			</Form>
			<p>{t.downloadHint}</p>
			<LinkButton look="secondary" href={href(routes.sendingPack, params)}>
				{t.download}
			</LinkButton>
			<p>
				<a href={href(routes.dispatches, params)}>{t.otherwise}</a>
			</p>
		</>
	)
}
