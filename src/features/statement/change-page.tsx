import { ACTS } from '#domain/acts.ts'
import type { BlockId } from '#domain/kernel/id.ts'
import { offers } from '#domain/members/authority.ts'
import { rewriting } from '#domain/statement/acts.ts'
import { formatDateTime, formatLongDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { changesBetween, type PartChange } from '#markup/text-changes.ts'
import type { HistoryEntry } from '#read/statement/drafting.ts'
import type { ChangeView } from '#read/statement/writing.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { ChangedParts } from '#ui/parts/changed-parts.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { Sheet } from '#ui/parts/columns.tsx'
import { Select } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { ComparedTexts } from './compared-texts.tsx'
import { actorOf, mayTakeBack, whatHappened } from './history-page.tsx'
import { MergedWords } from './merged-words.tsx'
import { isAsked, Questions } from './questions.tsx'

type Props = PageView<ChangeView, StatementParams & { readonly change: string }>

const headOf = (entry: HistoryEntry, lang: Props['lang']): string =>
	`${whatHappened(entry, lang)} ${formatLongDateTime(lang, entry.at)}${actorOf(entry, lang)}`

/** One change of the text, word by word, and the way to take it back. */
export function TextChangePage(props: Props) {
	const { data, form, lang, params, viewer } = props
	const { header, blocks, entry, sides } = data
	const t = catalogue(lang).drafting
	const changes = changesBetween(sides.before, sides.after)
	return (
		<StatementPage view={props} header={header} tab="history" title={t.changeOf(formatDateTime(lang, entry.at))}>
			<p>{headOf(entry, lang)}</p>
			<MergedWords entry={entry} />
			{changes.length === 0 ? <p>{t.nothingChanges}</p> : <ChangedParts changes={changes} />}
			{mayTakeBack(viewer, header.statement, changes) && (
				<Form action={href(routes.takingsBack, params)} form={form}>
					<Questions form={form} blocks={blocks} judgements={data.judgements} />
					{!isAsked(form) && (
						<>
							<p class="hint">{t.takeBackMeans}</p>
							<SubmitRow look="secondary">{t.takeBack}</SubmitRow>
						</>
					)}
				</Form>
			)}
			<p>
				<a href={href(routes.textThen, params)}>{t.textThen}</a> ·{' '}
				<a href={href(routes.history, params)}>{t.tabs.history}</a>
			</p>
		</StatementPage>
	)
}

/** The text as it was after a change; beside another, where one is chosen to compare it with. */
export function TextThenPage(props: Props) {
	const { data, form, lang, params, query, viewer } = props
	const { header, entry, times, sides, other } = data
	const { statement } = header
	const t = catalogue(lang).drafting
	const at = formatDateTime(lang, entry.at)
	const compared = times.find(({ actId }) => actId === query.get('with'))
	const changes = other && compared && changesBetween(sides.after, other.after)
	const standing = new Map(data.blocks.map(({ blockId, id }) => [blockId, id]))
	const look = query.get('look') === 'beside' ? 'beside' : 'inline'
	/** Where the text is compared with what stands, and who looks may write: the way back for one part of it. */
	const wayBack = ({ blockId, change }: PartChange, name: string) => {
		const mayWrite = offers(ACTS.editDocument, viewer, statement) && compared?.actId === times.at(-1)?.actId
		if (!mayWrite || blockId === null || change === 'added' || change === 'moved') return null
		return (
			<Form action={href(routes.restorations, params, { with: compared?.actId, look })} form={form}>
				<input type="hidden" name="block" value={blockId} />
				<input type="hidden" name="basedOn" value={standing.get(blockId as BlockId) ?? ''} />
				<Button look="quiet">
					{t.restoreBlock}
					<span class="vh">{t.restoreBlockOf(name, at)}</span>
				</Button>
			</Form>
		)
	}
	const whole = offers(rewriting(statement.stage), viewer, statement)
	return (
		<StatementPage view={props} header={header} tab="history" title={t.textAt(at)}>
			<p>{headOf(entry, lang)}</p>
			<Form action={href(routes.textThen, params)} method="get">
				<Select
					name="with"
					label={t.compareWith}
					hint={data.all ? undefined : t.nearestTimes}
					value={query.get('with') ?? times.at(-1)?.actId ?? ''}
					noEmpty
					options={times
						.filter(({ actId }) => actId !== entry.actId)
						.toReversed()
						.map(({ actId, at: when }) => {
							const isLatest = actId === times.at(-1)?.actId
							return {
								value: actId,
								label: isLatest ? t.asItStands(formatDateTime(lang, when)) : formatDateTime(lang, when),
							}
						})}
				/>
				<Radios
					name="look"
					label={t.compareAs}
					value={look}
					options={[
						{ value: 'inline', label: t.inOneText },
						{ value: 'beside', label: t.sideBySide },
					]}
					row={<Button look="secondary">{t.compare}</Button>}
				/>
			</Form>
			{changes && (
				<>
					<h2>{t.whatDiffers}</h2>
					{changes.length === 0 ? (
						<p>{t.nothingDiffers}</p>
					) : (
						<ComparedTexts changes={changes} times={[entry.at, compared.at]} look={look} beneath={wayBack} />
					)}
				</>
			)}
			<h2>{t.textThen}</h2>
			{sides.after.length === 0 ? (
				<Sentence>{t.noText}</Sentence>
			) : (
				<Sheet>
					<StatementText language={statement.language} blocks={sides.after.map(({ content }) => content)} />
				</Sheet>
			)}
			{whole && (
				<Form action={href(routes.restorations, params)} form={form}>
					<Questions form={form} blocks={data.blocks} judgements={data.judgements} />
					<p class="hint">{t.restoreMeans}</p>
					<ButtonRow>
						{!isAsked(form) && <Button look="secondary">{t.restore}</Button>}
						<LinkButton look="secondary" href={href(routes.history, params)}>
							{t.tabs.history}
						</LinkButton>
					</ButtonRow>
				</Form>
			)}
		</StatementPage>
	)
}
