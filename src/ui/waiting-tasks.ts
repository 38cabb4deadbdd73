import type { TaskKind } from '#domain/planning/asked.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { WaitingTask } from '#read/planning/tasks.ts'
import { href, routes } from '#routes'
import type { About, Task } from '#ui/parts/task-list.tsx'
import { taskHref, taskLabel } from '#ui/statement-page.tsx'

type StatementWaits = Extract<WaitingTask, { kind: TaskKind }>

/** What waits on somebody, as rows of a task list. `withCoalition`: says where, for a list across coalitions. */
export function waitingRows(lang: Language, tasks: readonly WaitingTask[], withCoalition: boolean): Task[] {
	return tasks.map((task) => {
		const { label, href: to, about } = rowOf(lang, task)
		const parts = [...about, ...(withCoalition ? [task.coalition.name] : [])]
		return { label, href: to, about: parts, due: task.due, status: 'todo' }
	})
}

const written = ({ coalition }: WaitingTask, title: string): About => ({ written: title, of: coalition.language })

function rowOf(lang: Language, task: WaitingTask): { label: string; href: string; about: readonly About[] } {
	const t = catalogue(lang).tasks
	const coalition = task.coalition.slug
	switch (task.kind) {
		case 'handleInquiry': {
			const at = { coalition, inquiry: task.inquiry.id }
			return {
				label: t.others.handleInquiry,
				href: href(routes.inquiry, at),
				about: [written(task, task.inquiry.title)],
			}
		}
		case 'checkNotice': {
			const at = { coalition, notice: task.notice.id }
			return { label: t.others.checkNotice, href: href(routes.notice, at), about: [written(task, task.notice.title)] }
		}
		case 'readReplies': {
			const at = { coalition, statement: task.statement.id }
			return {
				label: catalogue(lang).sent.task(task.count),
				href: href(routes.sent, at),
				about: [written(task, task.statement.title)],
			}
		}
		case 'nameDelegates':
			return { label: t.others.nameDelegates(task.missing), href: href(routes.members, { coalition }), about: [] }
		case 'tellByHand':
			return { label: catalogue(lang).byHand.task(task.count), href: href(routes.byHand, { coalition }), about: [] }
		case 'lostSeat':
			return {
				label: catalogue(lang).byHand.lost(task.association),
				href: href(routes.seatReturn, { coalition, seat: task.seatId }),
				about: [],
			}
		default:
			return statementRow(lang, task)
	}
}

function statementRow(lang: Language, task: StatementWaits) {
	const { coalition, statement, association, role } = task
	const t = catalogue(lang).tasks
	return {
		label: taskLabel(task, association?.name ?? '', lang),
		href: taskHref(task, { coalition: coalition.slug, statement: statement.id }),
		about: [written(task, statement.title), ...(role === 'deputy' ? [t.asDeputy] : [])],
	}
}
