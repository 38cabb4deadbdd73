import { numberBlocks } from '#domain/statement/block.ts'
import { catalogue } from '#i18n/index.ts'
import type { NewCommentView } from '#read/comment/comments.ts'
import { href, routes } from '#routes'
import { blockName } from '#ui/block-name.ts'
import { CommentFields, speakersOf } from '#ui/comment-fields.tsx'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset, Notice } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { BlockWords } from './thread.tsx'

type Props = PageView<NewCommentView, StatementParams>

/** A comment on a block, with its text in front of the reader, or on the whole text. */
export function NewCommentPage(props: Props) {
	const { data, form, lang, params, viewer } = props
	const { about, header } = data
	const t = catalogue(lang).comments
	const speakers = speakersOf(viewer, lang)
	const [speaker] = speakers
	const back = href(routes.statement, params, { block: about?.blockId }) + (about ? `#b-${about.blockId}` : '')
	return (
		<StatementPage view={props} header={header} tab="comments" title={about ? t.give : t.giveOnWhole}>
			<About {...props} />
			<Form action={href(routes.comments, params, { on: about?.id })} form={form} values={{ on: about?.id ?? '' }}>
				{about && (
					<TextArea
						name="words"
						label={t.fields.words}
						hint={t.fields.wordsHint}
						optional
						rows={2}
						autosave={`comment-words-${about.blockId}`}
					/>
				)}
				<CommentFields
					speakers={speakers}
					label={t.fields.text}
					hint={t.fields.textHint}
					autosave={`comment-${about?.blockId ?? header.statement.id}`}
				/>
				<p class="hint">
					{speakers.length === 1 && speaker?.value !== '' ? t.whoSees(speaker?.label ?? '') : t.whoSeesCoalition}
				</p>
				<SubmitRow cancel={back}>{t.submit}</SubmitRow>
			</Form>
		</StatementPage>
	)
}

/** The block as it was read; and as it is now, where somebody has changed it since. */
function About({ data, lang }: Props) {
	const { about, blocks, header } = data
	if (about === null) return null
	const t = catalogue(lang).comments
	const { language } = header.statement
	const index = blocks.findIndex(({ blockId }) => blockId === about.blockId)
	const now = blocks[index]
	const named = numberBlocks(blocks.map(({ content }) => content))[index]
	return (
		<>
			{named && <p>{t.about(blockName(lang, named))}</p>}
			<Inset>
				<BlockWords block={about.content} language={language} />
			</Inset>
			{now?.id !== about.id && (
				<Notice tone="warning">
					<p>{now ? t.newerText : t.goneText}</p>
					{now && <BlockWords block={now.content} language={language} />}
				</Notice>
			)}
		</>
	)
}
