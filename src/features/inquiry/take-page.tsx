import { catalogue } from '#i18n/index.ts'
import type { WaitingNotice } from '#read/inquiry/incoming.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { partOf } from '#ui/part.ts'
import { Button, LinkButton } from '#ui/parts/button.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { FileField } from '#ui/parts/file-field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { trail } from '#ui/trail.ts'
import { WaitingNotices } from './waiting-notices.tsx'

/** What a browser is told can be chosen. */
export const ACCEPTED =
	'.pdf,.docx,.txt,.md,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,text/plain,text/markdown'

type Props = PageView<readonly WaitingNotice[], { readonly coalition: string }> & {
	/** Whether files can be taken here. */
	readonly files: boolean
	/** Where a mail becomes a notice; null where none does. */
	readonly address: string | null
}

/** The ways an inquiry comes in: pasted, as a file, by mail, or by hand. */
export function TakePage({ data, form, lang, frame, params, query, files, address }: Props) {
	const t = catalogue(lang)
	const part = partOf(data, query)
	return (
		<Page
			{...frame}
			title={t.notices.title}
			part={part}
			where={trail(lang, params.coalition, 'workspace', 'inquiries')}
		>
			{query.get('done') === 'discarded' && (
				<Sentence tone="success" live>
					{t.notices.done.discarded}
				</Sentence>
			)}
			<WaitingNotices part={part} coalition={params.coalition} />
			<p class="lead">{t.notices.lead}</p>
			<section>
				<h2>{t.notices.pasteTitle}</h2>
				<Form action={href(routes.notices, params)} form={form}>
					<TextArea name="text" label={t.notices.paste} hint={t.notices.pasteHint} rows={8} autosave="notice-new" />
					<Button>{t.notices.pasteNow}</Button>
				</Form>
			</section>
			<section>
				<h2>{t.notices.uploadTitle}</h2>
				{files ? (
					<Form action={href(routes.noticeFiles, params)} form={form} files>
						<FileField name="file" label={t.notices.upload} hint={t.notices.uploadHint} accept={ACCEPTED} multiple />
						<Button look="secondary">{t.notices.uploadNow}</Button>
					</Form>
				) : (
					<p>{t.notices.noFiles}</p>
				)}
			</section>
			{address !== null && (
				<section>
					<h2>{t.notices.mailTitle}</h2>
					<p class="address">{t.notices.mail(address)}</p>
				</section>
			)}
			<section>
				<h2>{t.notices.byHandTitle}</h2>
				<LinkButton look="secondary" href={href(routes.newInquiry, params)}>
					{t.notices.byHand}
				</LinkButton>
			</section>
		</Page>
	)
}
