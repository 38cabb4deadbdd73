import { partsOf } from '#domain/statement/parts.ts'
import { catalogue } from '#i18n/index.ts'
import { inlineText } from '#markup/inline.ts'
import type { StatementView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import { typedValue } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset, Sentence } from '#ui/parts/notice.tsx'
import { Written } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

/** Characters: a UUID. */
const LONGEST_ID = 36

/** Something new, after the part in the query or last. After a position the next is likely to be one. */
export function NewBlockPage(props: PageView<StatementView, StatementParams>) {
	const { data, form, lang, params, query } = props
	const { header, blocks } = data
	const t = catalogue(lang).drafting
	// What is no id of a block stands here more than once, and is not worth it.
	const after = typedValue(form, 'after', query.get('after') ?? blocks.at(-1)?.blockId ?? '').slice(0, LONGEST_ID)
	const before = partsOf(blocks).find((part) => part.some(({ blockId }) => blockId === after))
	const kind = before?.[0].content.kind
	const said = before?.at(-1)?.content
	return (
		<StatementPage view={props} header={header} tab="text" title={t.addBlock}>
			{query.get('done') === 'added' && form.typed === null && (
				<Sentence tone="success" live>
					{t.addedWriteNext}
				</Sentence>
			)}
			{said && (
				<Inset>
					<p>{t.comesAfter}</p>
					<p>{'text' in said ? <Written>{inlineText(said.text)}</Written> : t.blockKinds[said.kind]}</p>
				</Inset>
			)}
			<Form action={href(routes.blocks, params)} form={form} values={{ after }}>
				<Radios
					name="as"
					label={t.addAs}
					value={kind === 'position' || kind === 'subPoint' ? 'positions' : 'text'}
					options={[
						{ value: 'text', label: t.addAsText, hint: t.addAsTextHint },
						{ value: 'positions', label: t.addAsPositions, hint: t.addAsPositionsHint },
					]}
				/>
				<TextArea name="text" label={t.text} rows={8} autosave={`new-${header.statement.id}-${after}`} />
				<ButtonRow>
					<Button>{catalogue(lang).common.verbs.add}</Button>
					<Button look="secondary" name="next" value="1">
						{t.addAndNext}
					</Button>
					<LinkButton look="secondary" href={href(routes.statement, params)}>
						{catalogue(lang).common.verbs.cancel}
					</LinkButton>
				</ButtonRow>
			</Form>
		</StatementPage>
	)
}
