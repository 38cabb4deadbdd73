import type { AttachedFile } from '#domain/inquiry/file.ts'
import type { IncomingNotice } from '#domain/inquiry/notice.ts'
import { catalogue } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/parts/notice.tsx'

type Props = { readonly notice: IncomingNotice; readonly coalition: string }

/** The files that came in, what could not be read in them, and what was not taken. */
export function CameIn({ notice: { files, leftOut }, coalition }: Props) {
	const lang = useLanguage()
	const t = catalogue(lang).notices
	return (
		<>
			{files.length > 0 && (
				<ul>
					{files.map((file) => (
						<li>
							<FileLink file={file} coalition={coalition} />
							{file.gap !== null && <span class="about"> {t.gaps[file.gap]}</span>}
						</li>
					))}
				</ul>
			)}
			{leftOut.length > 0 && (
				<Notice tone="warning">
					<p>{t.leftOut}</p>
					<ul>
						{leftOut.map((left) => (
							<li>{refusalSentence(lang, { code: 'fileRefused', field: 'file', ...left })}</li>
						))}
					</ul>
				</Notice>
			)}
		</>
	)
}

type FileLinkProps = { readonly file: AttachedFile; readonly coalition: string }

/** A file to fetch, with its size. */
export function FileLink({ file: { id, name, size }, coalition }: FileLinkProps) {
	const lang = useLanguage()
	return (
		<>
			<a href={href(routes.file, { coalition, file: id })} download={name}>
				{name}
			</a>{' '}
			<span class="about">{catalogue(lang).notices.size(size)}</span>
		</>
	)
}
