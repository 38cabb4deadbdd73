import { catalogue } from '#i18n/index.ts'
import { diffWords } from '#markup/diff.ts'
import type { StatementView } from '#read/deciding/deciding.ts'
import type { BlockView } from '#read/statement/drafting.ts'
import { href, routes } from '#routes'
import { blankForm, typedValue } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { DiffText } from '#ui/parts/diff-view.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Details, Inset, Sentence } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { BlockFields, fieldsOf } from './block-fields.tsx'

type BlockParams = StatementParams & { readonly block: string }
type Props = PageView<BlockView, BlockParams>

/** One block: its text, and what else can be done with it. */
export function BlockPage(props: Props) {
	const { data, form, lang, params } = props
	const { header, version } = data
	const t = catalogue(lang).drafting
	const verbs = catalogue(lang).common.verbs
	const clash = form.rejection?.code === 'blockChanged'
	// After a clash the person has seen what the other wrote: saving again is their choice between the two.
	const basedOn = clash ? version.id : typedValue(form, 'basedOn', version.id)
	return (
		<StatementPage view={props} header={header} tab="text" title={t.changeBlock(t.blockKinds[version.content.kind])}>
			{clash && <Clash {...props} />}
			<Form action={href(routes.block, params)} form={form} values={{ basedOn }}>
				<BlockFields content={version.content} autosave={`block-${version.blockId}`} />
				<ButtonRow>
					<Button>{clash ? t.keepMine : verbs.save}</Button>
					<LinkButton
						look="secondary"
						href={`${href(routes.statement, params, { block: version.blockId })}#b-${version.blockId}`}
					>
						{clash ? t.keepTheirs : verbs.cancel}
					</LinkButton>
				</ButtonRow>
			</Form>
			<h2>{t.moreActs}</h2>
			<Split {...props} />
			{data.previous && 'text' in data.previous.content && 'text' in version.content && (
				<Details summary={t.join}>
					<p>{t.joinMeans}</p>
					<Inset>{data.previous.content.text}</Inset>
					<Form action={href(routes.blockJoins, params)} form={form} values={{ basedOn: version.id }}>
						<SubmitRow look="secondary">{t.join}</SubmitRow>
					</Form>
				</Details>
			)}
			<p>
				<a href={href(routes.blockRemovals, params)}>{t.remove}</a>
			</p>
		</StatementPage>
	)
}

/** Somebody else saved first: both texts are shown, and neither is lost. */
function Clash({ data, form, lang }: Props) {
	const t = catalogue(lang).drafting
	const theirs = fieldsOf(data.version.content).text
	return (
		<section>
			<Sentence tone="warning">{t.clash}</Sentence>
			<h2>{t.theirText}</h2>
			<Inset>{theirs}</Inset>
			<h2>{t.difference}</h2>
			<p>
				<DiffText parts={diffWords(theirs, typedValue(form, 'text'))} />
			</p>
		</section>
	)
}

function Split({ data, form, lang, params }: Props) {
	const { content, id, blockId } = data.version
	const t = catalogue(lang).drafting
	if (!('text' in content) || content.kind === 'footnote') return null
	const typed = form.typed?.original !== undefined
	return (
		<Details summary={t.split} open={typed}>
			<Form
				action={href(routes.blockSplits, params)}
				form={typed ? { ...form, errors: {} } : blankForm(form.key)}
				values={{ basedOn: id, original: content.text }}
			>
				<TextArea
					id={`split-${blockId}`}
					name="text"
					label={t.splitLabel}
					hint={t.splitHint}
					rows={8}
					value={content.text}
				/>
				<SubmitRow look="secondary">{t.split}</SubmitRow>
			</Form>
		</Details>
	)
}

/** Characters: a UUID. */
const LONGEST_ID = 36

/** A new block, after the one in the query or last. */
export function NewBlockPage(props: PageView<StatementView, StatementParams>) {
	const { data, form, lang, params, query } = props
	const { header, blocks } = data
	const t = catalogue(lang).drafting
	// What is no id of a block stands here more than once, and is not worth it.
	const after = typedValue(form, 'after', query.get('after') ?? blocks.at(-1)?.blockId ?? '').slice(0, LONGEST_ID)
	const before = blocks.find((block) => block.blockId === after)
	const kind = before?.content.kind === 'position' ? 'position' : 'paragraph'
	return (
		<StatementPage view={props} header={header} tab="text" title={t.addBlock}>
			{before && (
				<Inset>
					<p>{t.comesAfter}</p>
					<p>{fieldsOf(before.content).text}</p>
				</Inset>
			)}
			<Form action={href(routes.blocks, params)} form={form} values={{ after }}>
				<BlockFields content={{ kind, text: '' }} autosave={`new-${header.statement.id}-${after}`} />
				<SubmitRow cancel={href(routes.statement, params)}>{catalogue(lang).common.verbs.add}</SubmitRow>
			</Form>
		</StatementPage>
	)
}

/** Asks once before a block is removed. */
export function RemovalPage(props: Props) {
	const { data, form, lang, params } = props
	const t = catalogue(lang).drafting
	return (
		<StatementPage view={props} header={data.header} tab="text" title={t.remove}>
			<p>{t.removeMeans}</p>
			<Inset>{fieldsOf(data.version.content).text}</Inset>
			<Form action={href(routes.blockRemovals, params)} form={form}>
				<SubmitRow look="danger" cancel={href(routes.statement, params)}>
					{t.remove}
				</SubmitRow>
			</Form>
		</StatementPage>
	)
}
