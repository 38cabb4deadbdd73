import { alignBlocks } from '#domain/statement/alignment.ts'
import { merge } from '#domain/statement/merge.ts'
import { catalogue } from '#i18n/index.ts'
import { changesBetween } from '#markup/text-changes.ts'
import type { WritingView } from '#read/statement/writing.ts'
import { href, routes } from '#routes'
import { blankForm, typedValue } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, SubmitRow } from '#ui/parts/button.tsx'
import { ChangedParts } from '#ui/parts/changed-parts.tsx'
import { Checkbox, Checkboxes } from '#ui/parts/choices.tsx'
import { Sheet } from '#ui/parts/columns.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { FileField } from '#ui/parts/file-field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { FileComments } from './file-comments.tsx'
import type { Pasted } from './forms.ts'
import { InFile } from './in-file.tsx'
import { isAsked, Questions } from './questions.tsx'

/** What a browser is told can be chosen. */
const ACCEPTED = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Props = PageView<WritingView, StatementParams> & {
	/** What the pasted text becomes; null before anything was pasted. */
	readonly pasted: Pasted | null
}

/** Takes a whole text in: first pasted or read in a Word file, then shown as what it becomes, then written. */
export function PastePage(props: Props) {
	const { data, form, lang, params, pasted } = props
	const t = catalogue(lang).drafting
	return (
		<StatementPage view={props} header={data.header} tab="text" title={titleOf(props)}>
			{pasted?.word && props.query.get('done') === 'pasted' ? (
				<FileComments {...props} word={pasted.word} />
			) : pasted ? (
				<Check {...props} pasted={pasted} />
			) : (
				<>
					<Form action={href(routes.pasteText, params)} form={form}>
						<TextArea
							name="text"
							label={t.pasteLabel}
							hint={t.pasteHint}
							rows={16}
							autosave={`paste-${data.header.statement.id}`}
						/>
						<SubmitRow cancel={href(routes.statement, params)}>{t.pasteNext}</SubmitRow>
					</Form>
					<section>
						<h2>{t.word.title}</h2>
						<Form action={href(routes.pasteText, params)} form={form} values={{ upload: '1' }} files>
							<FileField name="file" label={t.word.file} hint={t.word.hint} accept={ACCEPTED} />
							<Button look="secondary">{t.word.open}</Button>
						</Form>
					</section>
				</>
			)}
		</StatementPage>
	)
}

function titleOf({ lang, pasted, query }: Props) {
	const t = catalogue(lang).drafting
	if (pasted === null) return t.paste
	return pasted.word !== null && query.get('done') === 'pasted' ? t.word.taken : t.pasteCheck
}

function Check({ data, form, lang, params, pasted }: Props & { readonly pasted: Pasted }) {
	const t = catalogue(lang).drafting
	const { header, blocks } = data
	// What was pasted is put in place of what stood there when it was checked, and of nothing that came later.
	const seen = form.typed?.seen === undefined ? blocks : (data.seen ?? [])
	const changes = changesBetween(blocks, merge(seen, alignBlocks(seen, pasted.blocks), blocks, () => 'mine').blocks)
	return (
		<>
			{blocks.length > 0 && <Sentence>{t.pasteReplaces}</Sentence>}
			{pasted.word !== null && <InFile word={pasted.word} lang={lang} />}
			<Form
				action={href(routes.pasteText, params)}
				form={form.typed?.confirmed ? form : blankForm(form.key)}
				values={{
					text: typedValue(form, 'text'),
					...(pasted.word !== null && { word: typedValue(form, 'word') }),
					confirmed: '1',
					seen: seen.map(({ id }) => id).join(' '),
				}}
			>
				<Questions form={form} blocks={blocks} judgements={data.judgements} />
				{pasted.title !== null && pasted.title !== header.statement.title && (
					<Checkbox name="takeTitle" value="1" label={t.takeTitle} hint={pasted.title} checked />
				)}
				{pasted.residue.length > 0 && (
					<Checkboxes
						name="take[]"
						label={t.residue}
						hint={t.residueHint}
						optional
						options={pasted.residue.map((line, index) => ({ value: String(index), label: line }))}
					/>
				)}
				{isAsked(form) ? (
					<p>
						<a href={href(routes.statement, params)}>{catalogue(lang).common.verbs.cancel}</a>
					</p>
				) : (
					<SubmitRow cancel={href(routes.statement, params)}>{t.pasteUse(pasted.blocks.length)}</SubmitRow>
				)}
			</Form>
			{blocks.length > 0 && (
				<>
					<h2>{t.whatChanges}</h2>
					{changes.length === 0 ? <p>{t.nothingChanges}</p> : <ChangedParts changes={changes} around={200} />}
				</>
			)}
			<h2>{t.pasteResult}</h2>
			<Sheet>
				<StatementText language={header.statement.language} blocks={pasted.blocks} />
			</Sheet>
		</>
	)
}
