import { TITLE_LIMIT } from '#domain/statement.ts'
import { catalogue } from '#i18n/index.ts'
import type { StatementView } from '#read/deciding.ts'
import { href, routes } from '#routes'
import { typedValue } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

export function TitlePage({ viewer, data, form, lang, frame, now, params }: PageView<StatementView, StatementParams>) {
	const t = catalogue(lang).drafting
	return (
		<StatementPage
			frame={frame}
			viewer={viewer}
			header={data.header}
			now={now}
			tab="text"
			title={t.changeTitle}
			failed={Object.keys(form.errors).length > 0}
		>
			<ErrorSummary lang={lang} errors={form.errors} />
			<Form action={href(routes.statementTitle, params)} idempotencyKey={form.key}>
				<TextField
					lang={lang}
					name="title"
					label={t.title}
					hint={t.titleHint}
					maxlength={TITLE_LIMIT}
					error={form.errors.title}
					value={typedValue(form, 'title', data.header.statement.title)}
				/>
				<ButtonRow>
					<Button>{catalogue(lang).common.verbs.save}</Button>
					<LinkButton look="secondary" href={href(routes.statement, params)}>
						{catalogue(lang).common.verbs.cancel}
					</LinkButton>
				</ButtonRow>
			</Form>
		</StatementPage>
	)
}
