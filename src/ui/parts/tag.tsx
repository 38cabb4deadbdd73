import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'good' | 'bad' | 'wait' | 'plain' | 'strong'

const icons: Readonly<Record<Tone, IconName | null>> = {
	good: 'check',
	bad: 'cross',
	wait: 'clock',
	plain: null,
	strong: null,
}

/** A status in a word or two. The word carries the meaning; colour and picture repeat it. */
export function Tag({ tone = 'plain', children }: { readonly tone?: Tone | undefined; readonly children: Child }) {
	const icon = icons[tone]
	return (
		<span class={`tag ${tone}`}>
			{icon && <Icon name={icon} />}
			{children}
		</span>
	)
}
