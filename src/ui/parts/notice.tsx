import type { Child } from 'hono/jsx'
import { publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'
import { Icon, type IconName } from './icon.tsx'

type NoticeTone = 'info' | 'warning' | 'success' | 'error'
const icons: Readonly<Record<NoticeTone, IconName>> = {
	info: 'info',
	warning: 'warning',
	success: 'check',
	error: 'cross',
}

type NoticeProps = {
	readonly tone?: NoticeTone | undefined
	/** Set when it answers what the person just did: it is then read aloud when it appears. */
	readonly live?: boolean | undefined
	readonly children: Child
}

/** Something to know before going on, or the outcome of a small act. */
export function Notice({ tone = 'info', live, children }: NoticeProps) {
	const lang = useLanguage()
	return (
		<div class={`notice ${tone}`} role={live ? 'status' : undefined}>
			<Icon name={icons[tone]} />
			<div>
				<span class="vh">{publicWords(lang).ui.notice[tone]}: </span>
				{children}
			</div>
		</div>
	)
}

/** A notice that one sentence makes. */
export function Sentence({ children, ...notice }: NoticeProps) {
	return (
		<Notice {...notice}>
			<p>{children}</p>
		</Notice>
	)
}

/** An aside in the text, set apart by a line: a quote, an example, what a rule means here. */
export function Inset({ children }: { readonly children: Child }) {
	return <div class="inset">{children}</div>
}

/** What few need, opened by those who do. Never anything that must be read. */
export function Details({
	summary,
	open,
	children,
}: {
	readonly summary: string
	readonly open?: boolean
	readonly children: Child
}) {
	return (
		<details open={open}>
			<summary>{summary}</summary>
			<div>{children}</div>
		</details>
	)
}

/** Where there is nothing yet: says what to do first. `action` is a link or a form with one button. */
export function EmptyState({
	title,
	children,
	action,
}: {
	readonly title: string
	readonly children?: Child
	readonly action?: Child
}) {
	return (
		<div class="empty">
			<p class="title">{title}</p>
			{children && <p>{children}</p>}
			{action}
		</div>
	)
}
