import { ACTS } from '#domain/acts.ts'
import { namesOf } from '#domain/amendment/apart.ts'
import type { Stretch } from '#domain/amendment/carrying.ts'
import { offers } from '#domain/members/authority.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { amendmentWords, proposingWords } from '#i18n/amendments.ts'
import { editorWords } from '#i18n/editor.ts'
import { catalogue } from '#i18n/index.ts'
import type { NewAmendmentView } from '#read/amendment/amendments.ts'
import { href, routes } from '#routes'
import { forEditor } from '#ui/for-editor.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { ChangedParts } from '#ui/parts/changed-parts.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { TextArea, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { EDITOR_SCRIPT } from '#ui/scripts.ts'
import { StatementPage } from '#ui/statement-page.tsx'
import { InTheWay } from './amendment-page.tsx'
import type { SentText } from './several-forms.ts'
import { standingOf } from './standing.tsx'

type Props = PageView<NewAmendmentView, StatementParams> & {
	readonly sent: SentText | null
	/** What was changed, each by itself, where that is to be seen; null while it is written. */
	readonly changes: readonly Stretch[] | null
	/** What goes along while somebody writes on. */
	readonly along: Readonly<Record<string, string>>
	/** The text that the field is for, and how it is written there. */
	readonly field: { readonly blocks: readonly BlockVersion[]; readonly text: string }
	/** What was written before, to be put back into the editor. */
	readonly before: object | null
}

/** The text as an association would have it, written in the editor or in a field; then each change with its reason, to be put forward. */
export function SeveralPage(props: Props) {
	const { changes, sent, query } = props
	if (changes !== null) return <Review {...props} changes={changes} />
	const byForm = sent === null ? query.has('form') : !sent.byEditor
	return byForm ? <InField {...props} /> : <InEditor {...props} />
}

function InEditor(props: Props) {
	const { along, before, data, form, frame, lang, params, query } = props
	const { header, blocks } = data
	const { statement } = header
	const t = proposingWords(lang)
	const shared = forEditor({ lang, params, statement, keeps: false })
	const given = {
		...shared,
		statement: `proposal-${statement.id}`,
		blocks,
		judged: [],
		proposal: {
			review: href(routes.amendmentsInText, params),
			at: query.get('block'),
			fields: along,
			before: before && { ...before, page: form.typed?.kept?.[0] ?? '' },
		},
		paths: {
			...shared.paths,
			back: href(routes.amendments, params),
			room: null,
			signIn: href(routes.signIn, {}, { to: href(routes.amendmentsInText, params) }),
		},
	}
	const view = { ...props, frame: { ...frame, script: [...(frame.script ?? []), ...EDITOR_SCRIPT] } }
	return (
		<StatementPage view={view} header={header} tab="amendments" title={t.title} does={ACTS.proposeAmendments}>
			<Sentence>{t.lead}</Sentence>
			<div id="editor" class="wide" data-editor={JSON.stringify(given)}>
				<p>
					{editorWords(lang).withoutScript}{' '}
					<a href={href(routes.amendmentsInText, params, { form: '1' })}>{editorWords(lang).toForm}</a>
				</p>
			</div>
			{/* It goes back into the editor: it is not shown as if it had been lost. */}
			{Object.entries({ ...along, ...sentAlong(form) }).map(([name, value]) => (
				<input type="hidden" name={name} value={value} />
			))}
		</StatementPage>
	)
}

const sentAlong = ({ typed }: Props['form']) =>
	typed === null ? {} : { seen: typed.seen?.[0] ?? '', written: typed.written?.[0] ?? '' }

function InField(props: Props) {
	const { along, data, field, form, lang, params } = props
	const { header } = data
	const t = proposingWords(lang)
	return (
		<StatementPage view={props} header={header} tab="amendments" title={t.title} does={ACTS.proposeAmendments}>
			<Sentence>{t.lead}</Sentence>
			<Form
				action={href(routes.amendmentsInText, params)}
				form={form}
				values={{ ...along, seen: field.blocks.map(({ id }) => id).join(' ') }}
			>
				<TextArea
					name="text"
					label={t.text}
					hint={t.textHint}
					rows={Math.min(30, Math.max(8, Math.ceil(field.text.length / 60)))}
					value={field.text}
					autosave={`proposal-${header.statement.id}`}
				/>
				<ButtonRow>
					<Button>{t.review}</Button>
					<LinkButton look="secondary" href={href(routes.amendments, params)}>
						{catalogue(lang).common.verbs.cancel}
					</LinkButton>
				</ButtonRow>
			</Form>
		</StatementPage>
	)
}

function Review(props: Props & { readonly changes: readonly Stretch[] }) {
	const { changes, data, form, lang, params, viewer } = props
	const { header } = data
	const { statement } = header
	const t = proposingWords(lang)
	const words = amendmentWords(lang)
	const speakers = viewer.associations.filter(({ id }) => offers(ACTS.proposeAmendment, viewer, { associationId: id }))
	const puts = offers(ACTS.putForwardAmendment, viewer)
	const names = namesOf(changes)
	const said = (name: string) => form.typed?.[name]?.[0] ?? ''
	const view = { ...props, form: { ...form, errors: numbered(form.errors, names, t.change) } }
	const values = {
		seen: said('seen'),
		written: said('written'),
		text: said('text'),
		confirmed: '1',
		...(speakers.length === 1 && { as: speakers[0]?.id ?? '' }),
	}
	return (
		<StatementPage view={view} header={header} tab="amendments" title={t.title} does={ACTS.proposeAmendments}>
			<Form action={href(routes.amendmentsInText, params)} form={form} values={values}>
				<input type="hidden" name="kept" value={said('kept')} data-kept={`editor-proposal-${statement.id}`} />
				<h2>{changes.length === 0 ? t.nothing : t.check(changes.length)}</h2>
				{changes.length > 0 && <p class="hint">{t.checkHint(changes.length)}</p>}
				{changes.map((change, at) => (
					<Change {...props} change={change} name={names[at] ?? ''} number={changes.length > 1 ? at + 1 : null} />
				))}
				{changes.length > 0 && speakers.length > 1 && (
					<Radios
						name="as"
						label={words.fields.as}
						value={speakers[0]?.id}
						options={speakers.map(({ id, name }) => ({ value: id, label: name }))}
					/>
				)}
				{changes.length > 0 && (
					<p class="hint">{puts ? (changes.length > 1 ? t : words).putForwardMeans : words.leaveMeans}</p>
				)}
				<ButtonRow>
					{changes.length > 0 && <Button>{puts ? t.putForward(changes.length) : words.leaveToDelegate}</Button>}
					<Button look="secondary" name="again" value="1">
						{t.writeOn}
					</Button>
					<LinkButton look="secondary" href={href(routes.amendments, params)}>
						{catalogue(lang).common.verbs.cancel}
					</LinkButton>
				</ButtonRow>
			</Form>
		</StatementPage>
	)
}

/** What is wrong with one of several says which, where it is read apart from it. */
function numbered(errors: Props['form']['errors'], names: readonly string[], called: (number: number) => string) {
	const told = Object.entries(errors).map(([field, sentence]) => {
		const at = names.length > 1 ? names.findIndex((name) => field === `text-${name}`) : -1
		return [field, at < 0 ? sentence : `${called(at + 1)}: ${sentence}`]
	})
	return Object.fromEntries(told)
}

type ChangeProps = Props & {
	readonly change: Stretch
	readonly name: string
	/** Null where there is one alone. */
	readonly number: number | null
}

/** One change as its page will show it, with what stands in its way, and why. */
function Change({ change, data, form, lang, name, number }: ChangeProps) {
	const { blocks, header } = data
	const t = proposingWords(lang)
	const words = amendmentWords(lang)
	const { changes, clashes } = standingOf(change, blocks, true)
	const wrong = form.errors[`text-${name}`]
	return (
		<section id={`text-${name}`}>
			{number !== null && <h3>{t.change(number)}</h3>}
			{changes.length === 0 ? <p>{words.changesNothing}</p> : <ChangedParts changes={changes} around={200} />}
			{clashes.length > 0 && <Sentence tone="warning">{words.standsInTheWay}</Sentence>}
			{clashes.map((clash) => (
				<InTheWay clash={clash} lang={lang} language={header.statement.language} />
			))}
			{wrong !== undefined && <Sentence tone="warning">{wrong}</Sentence>}
			<TextField
				name={`reason-${name}`}
				label={number === null ? words.fields.reason : t.reason(number)}
				hint={number === null || number === 1 ? words.fields.reasonHint : undefined}
			/>
		</section>
	)
}
