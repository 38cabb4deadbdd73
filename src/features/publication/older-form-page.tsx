import { keptFile, keptIn } from '#domain/publication/older-kept.ts'
import type { Block } from '#domain/statement/block.ts'
import { LANGUAGES, STATEMENT_KINDS } from '#domain/statement/statement.ts'
import { catalogue } from '#i18n/index.ts'
import { olderWords } from '#i18n/older.ts'
import type { ReadOlder } from '#read/publication/older.ts'
import { href, routes } from '#routes'
import { typedValue } from '#ui/form-state.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Checkboxes, Radios } from '#ui/parts/choices.tsx'
import { Sheet } from '#ui/parts/columns.tsx'
import { TextArea, TextField } from '#ui/parts/field.tsx'
import { FileField } from '#ui/parts/file-field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Details } from '#ui/parts/notice.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { trail } from '#ui/trail.ts'
import { type OlderParams, olderTrail } from './older-members-page.tsx'

/** What a browser is told can be chosen. */
const ACCEPTED =
	'.pdf,.docx,.txt,.md,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,text/plain,text/markdown'

/** What the form shows beside its fields. */
export type Checked = {
	/** The text as it will stand; null before it was read. */
	readonly blocks: readonly Block[] | null
	/** As it is written in the field, of one that is there. */
	readonly text: string
	/** Whether files can be taken here. */
	readonly takesFiles: boolean
}

type ImportProps = PageView<true, { readonly coalition: string }> & { readonly checked: Checked }

/** Brings one in: filled in, then shown as it will stand, then brought in. */
export function ImportPage(props: ImportProps) {
	const { form, lang, frame, params, checked } = props
	const t = olderWords(lang)
	const back = { label: t.title, href: href(routes.older, params) }
	return (
		<Page {...frame} title={t.new.title} where={[...trail(lang, params.coalition, 'workspace'), back]}>
			<p class="lead">{checked.blocks ? t.new.checkLead : t.new.lead}</p>
			<ul>
				{t.new.means.map((each) => (
					<li>{each}</li>
				))}
			</ul>
			<Preview {...props} />
			<Form action={href(routes.newOlder, params)} form={form} values={carried(props)} files>
				<h2>{t.new.fields}</h2>
				<TextField name="title" label={t.new.name} optional={checked.blocks === null} />
				<TextField name="year" label={t.new.year} width="short" inputmode="numeric" />
				<TextField
					name="number"
					label={t.new.number}
					hint={t.new.numberHint}
					width="short"
					inputmode="numeric"
					optional
				/>
				<Fields {...props} older={null} />
				<Buttons checked={checked} save={t.new.save} cancel={back.href} lang={lang} />
			</Form>
		</Page>
	)
}

type CorrectionProps = PageView<ReadOlder, OlderParams> & { readonly checked: Checked }

/** Says anew what is known of one. */
export function OlderCorrectionPage(props: CorrectionProps) {
	const { data, form, lang, frame, params, checked } = props
	const t = olderWords(lang)
	return (
		<Page {...frame} title={t.correction.title} eyebrow={data.label} where={olderTrail(props, true)}>
			<p class="lead">{t.correction.lead}</p>
			<p>{t.correction.outcomes}</p>
			<Preview {...props} />
			<Form action={href(routes.olderCorrection, params)} form={form} values={carried(props)} files>
				<h2>{t.new.fields}</h2>
				<TextArea name="reason" label={t.new.reason} hint={t.new.reasonHint} rows={2} />
				<TextField name="title" label={t.new.name} value={data.content.title} />
				<Fields {...props} older={data} />
				<Buttons
					checked={checked}
					save={t.new.saveCorrection}
					cancel={href(routes.olderStatement, params)}
					lang={lang}
				/>
			</Form>
		</Page>
	)
}

type Shown = Pick<ImportProps, 'form' | 'lang' | 'checked'>

/** What was read already is read no second time, as if it had been pasted. */
function carried({ form, checked }: Pick<Shown, 'form' | 'checked'>): Record<string, string> {
	const aside = typedValue(form, 'aside')
	return checked.blocks === null ? {} : { read: '1', ...(aside === '' ? {} : { aside }) }
}

function Preview({ form, lang, checked }: Shown) {
	const t = olderWords(lang)
	const { blocks } = checked
	if (blocks === null || form.typed === null) return null
	const language = LANGUAGES.find((each) => each === typedValue(form, 'language')) ?? 'sv'
	const aside = typedValue(form, 'aside')
	return (
		<section>
			<h2>{t.new.check}</h2>
			{blocks.length === 0 ? (
				<p>{t.one.noText}</p>
			) : (
				<Sheet>
					<StatementText language={language} blocks={blocks} idPrefix="preview-" />
				</Sheet>
			)}
			{aside !== '' && (
				<Details summary={t.new.aside}>
					<p>{t.new.asideHint}</p>
					<div class="sheet as-typed">{aside}</div>
				</Details>
			)}
		</section>
	)
}

function Fields({ form, lang, checked, older }: Shown & { readonly older: ReadOlder | null }) {
	const t = catalogue(lang)
	const words = olderWords(lang).new
	const content = older?.content
	const files = form.typed === null ? (content?.files ?? []) : filesIn(form.typed['kept[]'])
	return (
		<>
			<TextField
				name="decidedOn"
				label={words.decidedOn}
				hint={words.decidedOnHint}
				width="medium"
				value={content?.decidedOn}
				optional={older === null}
			/>
			<Radios
				name="kind"
				label={words.kind}
				value={content?.kind ?? 'response'}
				options={STATEMENT_KINDS.map((kind) => ({ value: kind, label: t.drafting.statementKinds[kind] }))}
			/>
			<Radios
				name="language"
				label={words.language}
				value={content?.language ?? lang}
				options={LANGUAGES.map((each) => ({ value: each, label: t.common.languages[each] }))}
			/>
			<TextArea
				name="standsBehind"
				label={words.standsBehind}
				hint={words.standsBehindHint}
				rows={3}
				value={content?.standsBehind}
				optional
			/>
			<h3>{words.inquiry}</h3>
			<TextField name="inquiryTitle" label={words.inquiryTitle} value={content?.inquiry.title} optional />
			<TextField name="sender" label={words.sender} value={content?.inquiry.sender} optional />
			<TextField name="references" label={words.references} value={content?.inquiry.references} optional />
			{files.length > 0 && (
				<Checkboxes
					name="kept[]"
					label={words.kept}
					hint={words.keptHint}
					optional
					values={files.map(keptFile)}
					options={files.map((file) => ({ value: keptFile(file), label: file.name }))}
				/>
			)}
			{checked.takesFiles ? (
				<FileField name="file" label={words.file} hint={words.fileHint} accept={ACCEPTED} multiple optional />
			) : (
				<p>{words.noFiles}</p>
			)}
			<TextArea
				name="text"
				label={words.text}
				hint={checked.blocks === null ? words.textHint : words.textRead}
				rows={12}
				value={checked.text}
				optional
			/>
		</>
	)
}

/** Those that a form brought back. */
function filesIn(values: readonly string[] = []) {
	return values.map(keptIn).filter((file) => file !== null)
}

type ButtonsProps = Pick<Shown, 'checked' | 'lang'> & { readonly save: string; readonly cancel: string }

function Buttons({ checked, lang, save, cancel }: ButtonsProps) {
	const t = catalogue(lang)
	return (
		<ButtonRow>
			{checked.blocks === null ? (
				<Button>{olderWords(lang).new.review}</Button>
			) : (
				<>
					<Button name="confirmed" value="1">
						{save}
					</Button>
					<Button look="secondary">{olderWords(lang).new.again}</Button>
				</>
			)}
			<LinkButton look="secondary" href={cancel}>
				{t.common.verbs.cancel}
			</LinkButton>
		</ButtonRow>
	)
}
