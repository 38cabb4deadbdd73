import { catalogue } from '#i18n/index.ts'
import type { InquiryFileView, InquiryView } from '#read/inquiry/inquiries.ts'
import { href, routes } from '#routes'
import { useWriting } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import type { InquiryParams, PageView } from '#ui/page-view.ts'
import { Button, SubmitRow } from '#ui/parts/button.tsx'
import { FileField } from '#ui/parts/file-field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Details } from '#ui/parts/notice.tsx'
import { Written } from '#ui/parts/written.tsx'
import { trail } from '#ui/trail.ts'
import { FileLink } from './came-in.tsx'
import { ACCEPTED } from './take-page.tsx'

type Props = PageView<InquiryView, InquiryParams> & { readonly steward?: boolean }

/** The files that lie with an inquiry, and the letter it was read from. */
export function FilesSection({ data, form, lang, params, steward }: Props) {
	const t = catalogue(lang).notices
	const writing = useWriting()
	const { files, notice } = data
	if (files.length === 0 && notice === null && !steward) return null
	return (
		<section>
			<h2>{t.files}</h2>
			{files.length === 0 ? (
				<p>{t.noFilesYet}</p>
			) : (
				<ul class="files">
					{files.map((file) => (
						<li>
							<FileLink file={file} coalition={params.coalition} />
							{steward && (
								<>
									{' '}
									<a
										href={href(routes.inquiryFileRemoval, { ...params, file: file.id })}
										aria-label={t.remove(file.name)}
									>
										{t.removeShort}
									</a>
								</>
							)}
						</li>
					))}
				</ul>
			)}
			{notice !== null && notice.texts.length > 0 && (
				<Details summary={t.showLetter}>
					<p class="about">{t.cameIn(notice.how, notice.takenAt)}</p>
					{notice.texts.map((text) => (
						<div class="sheet as-typed" lang={writing}>
							{text}
						</div>
					))}
				</Details>
			)}
			{steward && (
				<Details summary={t.attach} open={form.errors.file !== undefined}>
					<Form action={href(routes.inquiryFiles, params)} form={form} files>
						<FileField name="file" label={t.attach} hint={t.attachHint} accept={ACCEPTED} />
						<Button look="secondary">{t.attachNow}</Button>
					</Form>
				</Details>
			)}
		</section>
	)
}

export type FileParams = InquiryParams & { readonly file: string }

/** Asks once before a file is taken away from an inquiry. */
export function RemoveFilePage({ data, form, lang, frame, params }: PageView<InquiryFileView, FileParams>) {
	const t = catalogue(lang)
	const { coalition, inquiry } = params
	const back = href(routes.inquiry, { coalition, inquiry })
	return (
		<Page
			{...frame}
			title={t.notices.removeTitle}
			eyebrow={<Written>{data.inquiry.title}</Written>}
			where={[...trail(lang, coalition, 'inquiries'), { label: data.inquiry.title, href: back, written: true }]}
		>
			<p class="address">{t.notices.removeMeans(data.file.name)}</p>
			<Form action={href(routes.inquiryFileRemoval, params)} form={form}>
				<SubmitRow look="danger" cancel={back}>
					{t.notices.removeNow}
				</SubmitRow>
			</Form>
		</Page>
	)
}
