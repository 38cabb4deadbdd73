import type { Instant, SwedishDate } from '#domain/kernel/id.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'
import { Deadline } from './deadline.tsx'
import { Tag, type Tone } from './tag.tsx'
import { Written } from './written.tsx'

export type TaskStatus = 'todo' | 'started' | 'waiting' | 'done'

/** A word of the page's own, or what members wrote, in its language. */
export type About = string | { readonly written: string; readonly of: Language }

export type Task = {
	/** A verb and its object: “Rösta om texten”. */
	readonly label: string
	/** Null when there is nothing for the person to press, as when it waits on others. */
	readonly href: string | null
	/** What it is about, when the page does not already say so: the statement's title. */
	readonly about?: readonly About[] | undefined
	readonly due?: SwedishDate | Instant | null | undefined
	readonly status: TaskStatus
}

const tones: Readonly<Record<Exclude<TaskStatus, 'todo'>, Tone>> = { started: 'plain', waiting: 'wait', done: 'good' }

type TaskListProps = { readonly tasks: readonly Task[]; readonly now: Instant }

/** What waits: each a verb, a deadline, and a status where it is not just to be done; the whole row one target. */
export function TaskList({ tasks, now }: TaskListProps) {
	const t = catalogue(useLanguage()).tasks
	return (
		<ul class="tasks">
			{tasks.map(({ label, href, about = [], due, status }) => (
				<li>
					<div>
						{href === null ? (
							<span class="verb">{label}</span>
						) : (
							<a class="verb" href={href}>
								{label}
							</a>
						)}
						{about.length > 0 && (
							<span class="about">
								{about.map((each, index) => (
									<>
										{index > 0 && ' · '}
										{typeof each === 'string' ? each : <Written of={each.of}>{each.written}</Written>}
									</>
								))}
							</span>
						)}
						{due !== undefined && due !== null && status !== 'done' && <Deadline due={due} now={now} />}
					</div>
					{/* That a thing in a list of things to do is to be done says nothing. */}
					{status !== 'todo' && <Tag tone={tones[status]}>{t.statuses[status]}</Tag>}
				</li>
			))}
		</ul>
	)
}
