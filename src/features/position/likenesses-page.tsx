import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { catalogue } from '#i18n/index.ts'
import { likenessWords, whyAlike } from '#i18n/likenesses.ts'
import type { Alike, LikenessesView } from '#read/position/likenesses.ts'
import { href, routes } from '#routes'
import { blankForm } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { partOf } from '#ui/part.ts'
import { Button } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { InlineText } from '#ui/parts/statement-text.tsx'
import { Table } from '#ui/parts/table.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

type Props = PageView<LikenessesView, StatementParams>

const DONE = ['meant', 'told'] as const

/** Positions of a text beside adopted ones that have their words, and which words. */
export function LikenessesPage(props: Props) {
	const { data, form, lang, params, query } = props
	const t = likenessWords(lang)
	const part = partOf(data.alike, query)
	const done = form.typed === null ? DONE.find((each) => each === query.get('done')) : undefined
	const wrong = form.errors['']
	return (
		<StatementPage view={props} header={data.header} tab="text" title={t.title} part={part}>
			{done && (
				<Sentence tone="success" live>
					{t.done[done]}
				</Sentence>
			)}
			{wrong && <Sentence tone="error">{wrong}</Sentence>}
			<p class="lead">{t.lead}</p>
			{data.alike.length === 0 && <EmptyState title={t.none} />}
			<InParts part={part} to={(number) => href(routes.likenesses, params, { part: number })} label={t.title}>
				{part.items.map((alike, index) => (
					<section id={part.items[index - 1]?.blockId === alike.blockId ? undefined : `l-${alike.blockId}`}>
						<SideBySide {...props} alike={alike} />
						<Meant {...props} alike={alike} />
					</section>
				))}
			</InParts>
		</StatementPage>
	)
}

function SideBySide({ data, lang, params, alike }: Props & { readonly alike: Alike }) {
	const t = likenessWords(lang)
	const { positions } = catalogue(lang)
	const { blockId, number, text, adopted, likeness } = alike
	const { label, year, statementNumber } = adopted
	const published = { coalition: params.coalition, year: String(year), number: String(statementNumber) }
	return (
		<>
			<Table
				caption={t.kinds[likeness.kind]}
				columns={[t.here, t.adopted].map((head) => ({ label: head }))}
				rows={[
					[
						<>
							<a href={`${href(routes.statement, params, { block: blockId })}#b-${blockId}`}>{number}.</a>{' '}
							<span lang={data.header.statement.language}>
								<InlineText text={text} />
							</span>
						</>,
						<>
							<span lang={adopted.language}>
								<InlineText text={adopted.text} />
							</span>{' '}
							<a href={`${href(routes.published, published)}#p${adopted.number}`}>
								{positions.source(label, adopted.number)}
							</a>
						</>,
					],
				]}
			/>
			<p class="hint">{whyAlike(likeness, lang)}</p>
		</>
	)
}

/** Whether the likeness is meant, for those who write to say; told to all. */
function Meant({ data, form, lang, params, viewer, alike }: Props & { readonly alike: Alike }) {
	const t = likenessWords(lang)
	const { blockId, versionId, number, adopted, meant } = alike
	const values = {
		...{ block: blockId, version: versionId, source: adopted.statementId, number: String(adopted.number) },
		meant: meant ? 'no' : 'yes',
	}
	return (
		<>
			{meant && <p>{t.isMeant}</p>}
			{offers(ACTS.meanLikeness, viewer, data.header.statement) && (
				<Form action={href(routes.likenesses, params)} form={blankForm(form.key)} values={values}>
					<Button look="secondary">
						{meant ? t.tellAgain : t.mean}
						<span class="vh"> {t.ofPosition(number)}</span>
					</Button>
				</Form>
			)}
		</>
	)
}
