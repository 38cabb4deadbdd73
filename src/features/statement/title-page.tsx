import { catalogue } from '#i18n/index.ts'
import type { StatementView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

export function TitlePage(props: PageView<StatementView, StatementParams>) {
	const { data, form, lang, params } = props
	const t = catalogue(lang).drafting
	return (
		<StatementPage view={props} header={data.header} tab="text" title={t.changeTitle}>
			<Form action={href(routes.statementTitle, params)} form={form}>
				<TextField name="title" label={t.title} hint={t.titleHint} value={data.header.statement.title} />
				<SubmitRow cancel={href(routes.statement, params)}>{catalogue(lang).common.verbs.save}</SubmitRow>
			</Form>
		</StatementPage>
	)
}
