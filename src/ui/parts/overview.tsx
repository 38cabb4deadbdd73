import type { Child } from 'hono/jsx'
import type { Instant, SwedishDate } from '#domain/kernel/id.ts'
import type { Stage } from '#domain/statement/statement.ts'
import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'
import { Deadline } from './deadline.tsx'
import { LifecycleBar } from './lifecycle-bar.tsx'
import { type Task, TaskList } from './task-list.tsx'

type OverviewProps = {
	readonly now: Instant
	readonly stage: Stage
	/** What waits on the person who looks. */
	readonly tasks: readonly Task[]
	/** The dates that matter now, nearest first, each with what it is the last day for: “Sista dag att rösta”. */
	readonly deadlines: readonly { readonly label: string; readonly due: SwedishDate | Instant | null }[]
	/** What happens next, and who does it. */
	readonly next: Child
}

/**
 * The four answers every signed-in page begins with: what waits on me, where it is, when it is due, what happens next. On a phone the
 * dates are one line until they are asked for, so that the task and the text come first.
 */
export function Overview({ now, stage, tasks, deadlines, next }: OverviewProps) {
	const t = catalogue(useLanguage())
	const [nearest] = deadlines
	return (
		<div class="overview wide">
			<section class="waits no-print">
				<h2>{t.tasks.waitsOnYou}</h2>
				{tasks.length > 0 ? <TaskList tasks={tasks} now={now} /> : <p>{t.tasks.nothing}.</p>}
			</section>
			<LifecycleBar stage={stage} />
			<details class="then">
				<summary>
					{nearest ? (
						<>
							{nearest.label}: <Deadline due={nearest.due} now={now} />
						</>
					) : (
						t.ui.confirmation.next
					)}
				</summary>
				<dl>
					{deadlines.map(({ label, due }) => (
						<div>
							<dt>{label}</dt>
							<dd>
								<Deadline due={due} now={now} />
							</dd>
						</div>
					))}
					<div>
						<dt>{t.ui.confirmation.next}</dt>
						<dd>{next}</dd>
					</div>
				</dl>
			</details>
		</div>
	)
}
