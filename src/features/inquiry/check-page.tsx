import type { Child } from 'hono/jsx'
import type { IncomingNotice } from '#domain/inquiry/notice.ts'
import { doubtSentence } from '#i18n/doubts.ts'
import { formatLongDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { DateField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Notice, Sentence } from '#ui/parts/notice.tsx'
import { Written } from '#ui/parts/written.tsx'
import { trail } from '#ui/trail.ts'
import { CameIn } from './came-in.tsx'
import { type FilledInquiry, InquiryFields, inquiryForm, NO_DATE, OTHER_DATE } from './inquiry-fields.tsx'
import { Letter, ReadFrom } from './letter.tsx'
import type { Checked } from './notice-forms.ts'

export type NoticeParams = { readonly coalition: string; readonly notice: string }
type Props = PageView<IncomingNotice, NoticeParams> & { readonly checked: Checked }

/** Check your answers: each fact as it was read, with the words it was read from, to be changed or confirmed. */
export function CheckPage(view: Props) {
	const { data, lang, frame, params, checked } = view
	const form = inquiryForm(view.form, lang)
	const t = catalogue(lang)
	const at = { coalition: params.coalition }
	const found = Object.values(checked.read).some((words) => words.length > 0)
	return (
		<Page
			{...frame}
			title={t.notices.checkTitle}
			eyebrow={t.notices.cameIn(data.how, data.takenAt)}
			where={[
				...trail(lang, params.coalition, 'inquiries'),
				{ label: t.notices.title, href: href(routes.notices, at) },
			]}
			errors={form.errors}
			errorIds={{ 'formats[]': 'formats' }}
		>
			{data.inquiryId === null ? (
				<>
					<p class="lead">{found ? t.notices.checkLead : t.notices.nothingRead}</p>
					{data.how === 'unprovenMail' && <Sentence tone="warning">{t.notices.unproven}</Sentence>}
					<CameIn notice={data} coalition={params.coalition} />
					<div class="check wide">
						<Check {...view} form={form} />
						<Letter parts={checked.parts} hasAside={checked.hasAside} />
					</div>
				</>
			) : (
				<>
					<p class="lead">{t.notices.handled}</p>
					<LinkButton href={href(routes.inquiry, { ...at, inquiry: data.inquiryId })}>{t.notices.toInquiry}</LinkButton>
				</>
			)}
		</Page>
	)
}

function Check({ form, lang, params, checked }: Props) {
	const t = catalogue(lang).notices
	const about = Object.fromEntries(
		Object.entries(checked.read).map(([field, words]) => [field, <ReadFrom words={words} />]),
	) as Partial<Record<keyof FilledInquiry, Child>>
	return (
		<Form action={href(routes.notice, params)} form={form} values={checked.choices === null ? {} : { choosesDue: '1' }}>
			<InquiryFields
				filled={checked.filled}
				keep={`notice-${params.notice}`}
				about={about}
				due={<Due checked={checked} />}
			/>
			<ButtonRow>
				<Button>{t.confirm}</Button>
				<LinkButton look="secondary" href={href(routes.noticeDiscarding, params)}>
					{t.discard}
				</LinkButton>
			</ButtonRow>
		</Form>
	)
}

/** The deadline: as it was read; or to be chosen, where more than one day could be meant. None is chosen beforehand then. */
function Due({ checked }: Pick<Props, 'checked'>) {
	const lang = useLanguage()
	const t = catalogue(lang)
	const { choices, doubts, filled, read } = checked
	const warning = doubts.length > 0 && (
		<Notice tone="warning">
			{doubts.map((doubt) => (
				<p>{doubtSentence(lang, doubt)}</p>
			))}
		</Notice>
	)
	if (choices === null) {
		return (
			<>
				{warning}
				<DateField
					name="dueOn"
					label={t.inquiry.dueOn}
					hint={
						<>
							{t.inquiry.dueOnHint}
							<ReadFrom words={read.dueOn ?? []} />
						</>
					}
					optional
					value={filled.dueOn}
				/>
			</>
		)
	}
	return (
		<>
			{warning}
			<Radios
				name="dueChoice"
				label={t.notices.choose}
				hint={t.notices.chooseHint}
				options={[
					...choices.map(({ value }, index) => ({
						value,
						label: formatLongDate(lang, value),
						hint: <ReadFrom words={read.dueOn?.slice(index, index + 1) ?? []} />,
					})),
					{ value: OTHER_DATE, label: t.notices.other },
					{ value: NO_DATE, label: t.notices.none },
				]}
			/>
			<DateField name="dueOn" label={t.notices.otherDate} hint={t.notices.otherDateHint} optional />
		</>
	)
}

type DiscardProps = PageView<IncomingNotice, NoticeParams>

/** Asks once before a notice is put aside. */
export function DiscardPage({ data, form, lang, frame, params }: DiscardProps) {
	const t = catalogue(lang)
	return (
		<Page
			{...frame}
			title={t.notices.discardTitle}
			eyebrow={<Written>{data.title}</Written>}
			where={[
				...trail(lang, params.coalition, 'inquiries'),
				{ label: t.notices.checkTitle, href: href(routes.notice, params) },
			]}
		>
			<p>{t.notices.discardMeans}</p>
			<Form action={href(routes.noticeDiscarding, params)} form={form}>
				<SubmitRow look="danger" cancel={href(routes.notice, params)}>
					{t.notices.discardNow}
				</SubmitRow>
			</Form>
		</Page>
	)
}
