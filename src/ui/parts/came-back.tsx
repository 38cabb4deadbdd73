import type { Child } from 'hono/jsx'
import type { ReplyKind } from '#domain/publication/reply.ts'
import { catalogue } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import type { ShownReply } from '#read/publication/sent.ts'
import { href, routes } from '#routes'
import { useLanguage, useWriting } from '#ui/language.ts'
import { Written } from '#ui/parts/written.tsx'
import { Details, Notice } from './notice.tsx'
import { Tag } from './tag.tsx'

const TONES = {
	reply: 'info',
	automatic: 'info',
	bounce: 'error',
	delay: 'warning',
	delivered: 'success',
} as const satisfies Readonly<Record<ReplyKind, 'info' | 'error' | 'warning' | 'success'>>

type Props = {
	readonly reply: ShownReply
	readonly coalition: string
	/** Whether the reader is one of those who look at it first. */
	readonly steward: boolean
	readonly check?: ((reply: ShownReply) => Child) | undefined
}

/** The anchor of a letter that came back. */
export const replyAnchor = (id: string) => `reply-${id}`

/** A letter that came back: from whom, what shows that, and to whom it may be shown what it says. */
export function CameBack({ reply, coalition, steward, check }: Props) {
	const t = catalogue(useLanguage()).sent
	const { id, kind, from, about, at, status } = reply
	const whom = about.map(({ address }) => address)
	const readable = steward || status === 'kept'
	return (
		<div id={replyAnchor(id)}>
			<Notice tone={TONES[kind]}>
				<p class="address">
					{t.kinds[kind](from === '' ? t.nobody : from, whom)}, {t.at(at)}.
				</p>
				{about.map(({ said }) => said !== '' && <p class="address">{t.server(said)}</p>)}
				<p>
					<Tag tone={status === 'kept' ? 'good' : status === 'waiting' ? 'wait' : 'plain'}>{t.statuses[status]}</Tag>
				</p>
				<p class="about">{proofOf(reply, t)}</p>
				{readable ? (
					<Words reply={reply} coalition={coalition} />
				) : (
					<p class="about">{status === 'waiting' ? t.notYet : t.putAside}</p>
				)}
				{check?.(reply)}
			</Notice>
		</div>
	)
}

type Sentences = ReturnType<typeof catalogue>['sent']

function proofOf({ proven, checks }: ShownReply, t: Sentences): string {
	const said = (result: ShownReply['checks']['spf']) => (result === null ? t.unchecked : t.checkResults[result])
	return `${proven ? t.proven : t.unproven} ${t.checks(said(checks.spf), said(checks.dkim), said(checks.dmarc))}`
}

function Words({ reply: { subject, text, cut, files, leftOut }, coalition }: Pick<Props, 'reply' | 'coalition'>) {
	const lang = useLanguage()
	const writing = useWriting()
	const { sent: t, notices } = catalogue(lang)
	return (
		<>
			{subject !== '' && (
				<p>
					{t.subject}: <Written>{subject}</Written>
				</p>
			)}
			{text === '' ? (
				<p class="about">{t.noText}</p>
			) : (
				<Details summary={t.text}>
					<div class="sheet as-typed" lang={writing}>
						{text}
					</div>
					{cut && <p class="about">{t.goesOn}</p>}
				</Details>
			)}
			{files.length > 0 && (
				<ul class="files">
					{files.map(({ id, name, size }) => (
						<li>
							<a href={href(routes.file, { coalition, file: id })} download={name}>
								{name}
							</a>{' '}
							<span class="about">{notices.size(size)}</span>
						</li>
					))}
				</ul>
			)}
			{leftOut.length > 0 && (
				<ul>
					{leftOut.map((left) => (
						<li>{refusalSentence(lang, { code: 'fileRefused', field: 'file', ...left })}</li>
					))}
				</ul>
			)}
		</>
	)
}
