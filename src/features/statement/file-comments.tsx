import { ACTS } from '#domain/acts.ts'
import { COMMENT_LIMIT, OWN_THREADS_LIMIT } from '#domain/comment/comment.ts'
import { offers } from '#domain/members/authority.ts'
import { catalogue } from '#i18n/index.ts'
import { beginningOf } from '#markup/beginning.ts'
import type { WritingView } from '#read/statement/writing.ts'
import { href, routes } from '#routes'
import { type Speaker, speakersOf } from '#ui/comment-fields.tsx'
import { blankForm, typedValue } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset, Sentence } from '#ui/parts/notice.tsx'
import type { FromWord } from './forms.ts'

type Props = PageView<WritingView, StatementParams> & { readonly word: FromWord }

/** A comment of a file with the version of the part that it is said of here; none where it is of the whole text. */
type Placed = FromWord['comments'][number] & { readonly on: string | undefined }

/**
 * The comments of a file whose text was just taken in, to be made the text's in a press each, or all in one: on the part that begins
 * as the one did that each stood at, else on the whole text. Who wrote it in the file is shown here and goes no further.
 */
export function FileComments(props: Props) {
	const { data, form, lang, params, viewer, word } = props
	const t = catalogue(lang).drafting.word
	const { header } = data
	const [speaker] = offers(ACTS.makeComment, viewer, header.statement) ? speakersOf(viewer, lang) : []
	const comments = placed(props)
	return (
		<>
			<Sentence tone="success" live>
				{t.takenIn}
			</Sentence>
			<p>{t.offered(word.comments.length)}</p>
			{speaker !== undefined && <Together {...props} speaker={speaker} comments={comments} />}
			<ul>
				{comments.map(({ author, text, about, on }) => (
					<li>
						<Inset>
							{author !== '' && <strong>{author}</strong>}
							{text.split('\n').map((line) => (
								<p>{line}</p>
							))}
						</Inset>
						<p class="about">{on === undefined ? t.onWhole : t.about(about)}</p>
						{speaker !== undefined && (
							<Form
								action={href(routes.comments, params, { on })}
								form={blankForm(form.key)}
								aside
								values={{ as: speaker.value, on: on ?? '', text: t.fromFile(text) }}
							>
								<Button look="secondary">{t.makeComment}</Button>
							</Form>
						)}
					</li>
				))}
			</ul>
			{speaker !== undefined && <p class="hint">{t.offeredHint(speaker.label)}</p>}
			{/* What was sent is the text now, and goes along unseen: it is not shown as if it had been lost. */}
			<input type="hidden" name="text" value={typedValue(form, 'text')} />
			<input type="hidden" name="word" value={typedValue(form, 'word')} />
			<ButtonRow>
				<LinkButton href={href(routes.statement, params)}>{t.toText}</LinkButton>
			</ButtonRow>
		</>
	)
}

/** Where several parts begin alike, nobody knows here which it was. */
function placed({ data, word }: Props): Placed[] {
	return word.comments.map((comment) => {
		const alike =
			comment.about === '' ? [] : data.blocks.filter(({ content }) => beginningOf(content) === comment.about)
		return { ...comment, on: alike.length === 1 ? alike[0]?.id : undefined }
	})
}

/** All that are no longer than a comment may be, in one press. None where there is one alone, or more than somebody may give. */
function Together(props: Props & { readonly speaker: Speaker; readonly comments: readonly Placed[] }) {
	const { comments, form, lang, params, speaker } = props
	const t = catalogue(lang).drafting.word
	const given = comments
		.map(({ text, on }) => ({ text: t.fromFile(text), on: on ?? '' }))
		.filter(({ text }) => [...text].length <= COMMENT_LIMIT)
	if (given.length < 2 || given.length > OWN_THREADS_LIMIT) return null
	return (
		<>
			<Form action={href(routes.commentsTogether, params)} form={blankForm(form.key)} values={{ as: speaker.value }}>
				{given.map(({ text, on }) => (
					<>
						<input type="hidden" name="text[]" value={text} />
						<input type="hidden" name="on[]" value={on} />
					</>
				))}
				<Button>{t.makeAll(given.length, comments.length)}</Button>
			</Form>
			<p class="hint">{t.allHint(given.length, comments.length)}</p>
		</>
	)
}
