import { TITLE_LIMIT } from '#domain/kernel/text.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'
import { catalogue } from '#i18n/index.ts'
import { standardWords } from '#i18n/standard-texts.ts'
import type { NewStatementView } from '#read/statement/drafting.ts'
import { href, routes } from '#routes'
import { typedValue } from '#ui/form-state.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset } from '#ui/parts/notice.tsx'
import { trail } from '#ui/trail.ts'

/** Starts a statement: what it is, and what to begin from. */
export function NewStatementPage({
	data,
	form,
	lang,
	frame,
	params,
}: PageView<NewStatementView, { readonly coalition: string }>) {
	const { coalition, inquiry, templates } = data
	const words = standardWords(lang)
	const t = catalogue(lang).drafting
	const kind = typedValue(form, 'kind', inquiry ? 'response' : 'letter')
	return (
		<Page {...frame} title={t.start} where={trail(lang, params.coalition, 'workspace')}>
			{inquiry && (
				<Inset>
					<p>{t.answers(inquiry.title)}</p>
				</Inset>
			)}
			<Form
				action={href(routes.statements, params)}
				form={form}
				values={{ inquiry: typedValue(form, 'inquiry', inquiry?.id ?? '') }}
			>
				<TextField
					name="title"
					label={t.title}
					hint={t.titleHint}
					value={inquiry ? t.titleFor(inquiry.title).slice(0, TITLE_LIMIT) : ''}
				/>
				<Radios
					name="kind"
					label={t.kind}
					value={kind}
					options={[
						{ value: 'response', label: t.statementKinds.response, hint: t.kindHints.response },
						{ value: 'letter', label: t.statementKinds.letter, hint: t.kindHints.letter },
					]}
				/>
				<Radios
					name="template"
					label={t.template}
					value={kind}
					options={[
						{ value: 'response', label: t.templates.response, hint: t.templateHints.response },
						{ value: 'letter', label: t.templates.letter, hint: t.templateHints.letter },
						{ value: 'noComment', label: t.templates.noComment, hint: t.templateHints.noComment },
						...templates.map(({ id, name }) => ({ value: id, label: words.own(name), hint: words.ownHint })),
						{ value: 'empty', label: t.templates.empty, hint: t.templateHints.empty },
					]}
				/>
				<Radios
					name="language"
					label={t.language}
					value={coalition.language}
					options={LANGUAGES.map((value) => ({ value, label: catalogue(lang).common.languages[value] }))}
				/>
				<SubmitRow cancel={href(routes.workspace, params)}>{t.start}</SubmitRow>
			</Form>
		</Page>
	)
}
