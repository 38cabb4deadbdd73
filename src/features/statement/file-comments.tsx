import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { catalogue } from '#i18n/index.ts'
import { beginningOf } from '#markup/beginning.ts'
import type { WritingView } from '#read/statement/writing.ts'
import { href, routes } from '#routes'
import { speakersOf } from '#ui/comment-fields.tsx'
import { blankForm, typedValue } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset, Sentence } from '#ui/parts/notice.tsx'
import type { FromWord } from './forms.ts'

type Props = PageView<WritingView, StatementParams> & { readonly word: FromWord }

/**
 * The comments of a file whose text was just taken in, each to be made one of the text's in a press: on the part that begins as the one
 * did that it stood at, else on the whole text. Who wrote it in the file is shown here and goes no further.
 */
export function FileComments({ data, form, lang, params, viewer, word }: Props) {
	const t = catalogue(lang).drafting.word
	const { header, blocks } = data
	const [speaker] = offers(ACTS.makeComment, viewer, header.statement) ? speakersOf(viewer, lang) : []
	return (
		<>
			<Sentence tone="success" live>
				{t.takenIn}
			</Sentence>
			<p>{t.offered(word.comments.length)}</p>
			<ul>
				{word.comments.map(({ author, text, about }) => {
					const alike = about === '' ? [] : blocks.filter(({ content }) => beginningOf(content) === about)
					// Where several begin so, nobody knows here which it was.
					const on = alike.length === 1 ? alike[0] : undefined
					return (
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
									action={href(routes.comments, params, { on: on?.id })}
									form={blankForm(form.key)}
									aside
									values={{ as: speaker.value, on: on?.id ?? '', text: t.fromFile(text) }}
								>
									<Button look="secondary">{t.makeComment}</Button>
								</Form>
							)}
						</li>
					)
				})}
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
