import { ACTS } from '#domain/acts.ts'
import { DAY_MS } from '#domain/deciding/least-time.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import type { AddendumKind } from '#domain/publication/addendum.ts'
import { type Block, numberBlocks } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { addendumWords } from '#i18n/addenda.ts'
import { inlineText } from '#markup/inline.ts'
import { blocksFromMarkdown } from '#markup/markdown-text.ts'
import type { AddendaView } from '#read/publication/addenda.ts'
import { href, routes } from '#routes'
import { blockName } from '#ui/block-name.ts'
import type { FormState } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow, SubmitRow } from '#ui/parts/button.tsx'
import { DateField, Select, TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { AddendumText } from './addendum-text.tsx'

type Props = PageView<AddendaView, StatementParams> & {
	/** The published text, with a notice in the place of what is withheld. */
	readonly whole: readonly Block[]
}
type About = NonNullable<AddendaView['about']>

/** How much of a part is shown in the list of them. Characters. */
const GLIMPSE = 60

const typedIn = ({ typed }: FormState, name: string) => typed?.[name]?.[0] ?? ''

/** Proposes a correction or the withdrawal: written, then shown as it will be, then asked. */
export function NewAddendumPage(props: Props) {
	const { data, form, lang, query } = props
	const { header, about } = data
	const t = addendumWords(lang)
	const asked = typedIn(form, 'kind') || query.get('kind')
	const kind: AddendumKind = asked === 'withdrawal' ? 'withdrawal' : 'correction'
	const checked = form.typed !== null && Object.keys(form.errors).length === 0 && typedIn(form, 'change') === ''
	const written = { ...props, kind }
	return (
		<StatementPage
			view={props}
			header={header}
			tab="signoffs"
			title={checked ? t.form.previewed : t.propose[kind]}
			does={ACTS.proposeAddendum}
			here={href(routes.newAddendum, props.params, { kind })}
		>
			{about === null ? (
				<EmptyState title={t.unpublished}>{t.unpublishedWhat}</EmptyState>
			) : checked ? (
				<Preview {...written} about={about} />
			) : (
				<Written {...written} about={about} />
			)}
		</StatementPage>
	)
}

type Written = Props & { readonly kind: AddendumKind; readonly about: About }

function Written({ form, lang, now, params, kind, about, whole }: Written) {
	const t = addendumWords(lang).form
	const { object, answer } = about.ballot.bylaws.leastDays
	const days = kind === 'correction' ? object : answer
	const parts = numberBlocks(whole).map((numbered, index) => {
		const text = inlineText(textsOf(numbered.block).join(' '))
		const glimpse = text.length > GLIMPSE ? `${text.slice(0, GLIMPSE)} …` : text
		return { value: String(index), label: `${blockName(lang, numbered)}: ${glimpse}` }
	})
	return (
		<Form action={href(routes.addenda, params)} form={form} values={{ kind }}>
			{kind === 'correction' && (
				<>
					<Select name="first" label={t.first} options={parts} />
					<Select name="last" label={t.last} hint={t.lastHint} optional options={parts} />
					<TextArea name="text" label={t.text} hint={t.textHint} rows={6} autosave={`addendum-${about.statement.id}`} />
				</>
			)}
			<TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={4} />
			<DateField
				name="answerBy"
				label={t.closesOn}
				hint={t.closesOnHint(days)}
				value={swedishDate(now + (days + 1) * DAY_MS)}
				min={swedishDate(now)}
			/>
			{kind === 'withdrawal' && <TextArea name="urgent" label={t.urgent} hint={t.urgentHint} optional rows={2} />}
			<SubmitRow cancel={href(routes.addenda, params)}>{t.preview}</SubmitRow>
		</Form>
	)
}

const FIELDS = ['kind', 'first', 'last', 'text', 'reason', 'answerBy', 'urgent'] as const

function Preview({ form, lang, params, kind, about, whole }: Written) {
	const t = addendumWords(lang).form
	const first = Number(typedIn(form, 'first'))
	const last = typedIn(form, 'last') === '' ? first : Number(typedIn(form, 'last'))
	const values = Object.fromEntries(FIELDS.map((name) => [name, typedIn(form, name)]))
	const { text } = about
	return (
		<>
			<Sentence tone="warning">{kind === 'correction' ? t.meansCorrection : t.meansWithdrawal}</Sentence>
			<AddendumText
				language={text.language}
				kind={kind}
				reason={typedIn(form, 'reason')}
				whole={whole}
				stretch={kind === 'correction' ? { first, last } : null}
				blocks={kind === 'correction' ? blocksFromMarkdown(typedIn(form, 'text')).blocks : []}
			/>
			<Form action={href(routes.addenda, params)} form={form} values={values}>
				<ButtonRow>
					<Button name="confirmed" value="yes">
						{t.ask}
					</Button>
					<Button look="secondary" name="change" value="yes">
						{t.change}
					</Button>
				</ButtonRow>
			</Form>
		</>
	)
}
