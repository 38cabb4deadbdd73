import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { WRITABLE } from '#domain/statement/statement.ts'
import { catalogue } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { standardWords } from '#i18n/standard-texts.ts'
import type { StandardInsertsView } from '#read/statement/standard-texts.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, LinkButton } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { Written } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { Begins } from './standard-texts-page.tsx'

/** Characters: a UUID. */
const LONGEST_ID = 36

/** The coalition's standard texts beside a text: the one that is chosen is put into it. */
export function StandardInsertsPage(props: PageView<StandardInsertsView, StatementParams>) {
	const { data, form, lang, params, query, viewer } = props
	const t = standardWords(lang)
	const { coalition } = params
	// It stands in a form for each text: what is no id must not.
	const after = (form.typed?.after?.[0] ?? query.get('after') ?? '').slice(0, LONGEST_ID)
	const { stage } = data.header.statement
	const manage = <a href={href(routes.standardTexts, { coalition })}>{t.manage}</a>
	if (!offers(ACTS.editDocument, viewer, data.header.statement)) {
		return (
			<StatementPage view={props} header={data.header} tab="text" title={t.insertTitle}>
				<EmptyState
					title={refusalSentence(lang, { code: 'wrongStage', stage, allowed: WRITABLE })}
					action={<LinkButton href={href(routes.statement, params)}>{catalogue(lang).drafting.tabs.text}</LinkButton>}
				/>
			</StatementPage>
		)
	}
	return (
		<StatementPage view={props} header={data.header} tab="text" title={t.insertTitle}>
			{data.texts.length === 0 ? (
				<EmptyState title={t.noneToInsert} action={manage}>
					{offers(ACTS.keepStandardText, viewer) ? t.noneHint : t.nobody}
				</EmptyState>
			) : (
				<>
					<p>{t.insertWhat}</p>
					<ul class="bank">
						{data.texts.map(({ id, name, begins, parts }) => (
							<li>
								<p>
									<a href={href(routes.standardText, { coalition, text: id })}>
										<Written>{name}</Written>
									</a>
								</p>
								<p class="about">
									<Begins parts={parts} begins={begins} />
								</p>
								<Form action={href(routes.standardInserts, params)} form={form} values={{ text: id, after }}>
									<Button look="secondary">
										{t.insert}
										<span class="vh">
											: <Written>{name}</Written>
										</span>
									</Button>
								</Form>
							</li>
						))}
					</ul>
					<p>{manage}</p>
				</>
			)}
		</StatementPage>
	)
}
