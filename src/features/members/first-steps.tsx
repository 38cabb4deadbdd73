import { type Beginnings, type FirstStep, firstSteps } from '#domain/planning/first-steps.ts'
import { formatDate } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { WorkspaceView } from '#read/planning/workspace.ts'
import type { Viewer } from '#read/viewer.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Icon } from '#ui/parts/icon.tsx'

type FirstStepsProps = {
	readonly data: WorkspaceView
	readonly found: Beginnings
	readonly viewer: Viewer
	readonly coalition: string
}

/** The way to a first published statement, for those who steer: what is done, what is next, what comes then. */
export function FirstSteps(props: FirstStepsProps) {
	const { found } = props
	const lang = useLanguage()
	const t = catalogue(lang).firstSteps
	const steps = firstSteps(found)
	const done = steps.filter(({ state }) => state === 'done').length
	return (
		<section class="first-steps">
			<h2>{t.title}</h2>
			<p>{t.progress(done, steps.length)}</p>
			<ol>
				{steps.map(({ step, state }, index) => (
					<li class={state} aria-current={state === 'next' ? 'step' : undefined}>
						<span class="step-mark" aria-hidden="true">
							{state === 'done' ? <Icon name="check" /> : index + 1}
						</span>
						<div>
							{state === 'done' ? (
								<>
									<a href={placeOf(step, props)}>{t.steps[step].verb}</a>
									<span class="vh">: {t.done}. </span>
									<span class="about">{doneSentence(step, props, lang)}</span>
								</>
							) : (
								<>
									{state === 'next' ? (
										<strong>{t.steps[step].verb}</strong>
									) : (
										<a href={placeOf(step, props)}>{t.steps[step].verb}</a>
									)}
									{state === 'next' && <p class="about">{whatNow(step, props, lang)}</p>}
									{state === 'next' && (
										<ButtonRow>
											<LinkButton href={placeOf(step, props)}>{t.steps[step].button}</LinkButton>
											{step === 'nameAssociations' && (
												<LinkButton look="secondary" href={href(routes.roster, { coalition: props.coalition })}>
													{catalogue(lang).roster.paste}
												</LinkButton>
											)}
										</ButtonRow>
									)}
								</>
							)}
						</div>
					</li>
				))}
			</ol>
		</section>
	)
}

/** Where a step is taken, or looked at when it is done. */
function placeOf(step: FirstStep, { data, viewer, coalition }: FirstStepsProps): string {
	const at = { coalition }
	const [open] = data.open
	const waiting = data.inquiries.find(({ status }) => status === 'received')
	const statement = open && { ...at, statement: open.statement.id }
	switch (step) {
		case 'printOwnCard':
			return href(routes.seatCards, { ...at, seat: viewer.seats[0]?.id ?? '' })
		case 'nameAssociations':
		case 'seatDelegates':
			return href(routes.members, at)
		case 'lookOverSettings':
			return href(routes.settings, at)
		case 'takeInInquiry':
			return data.inquiries.length > 0 ? href(routes.inquiries, at) : href(routes.notices, at)
		case 'beginText':
			if (statement) return href(routes.statement, statement)
			return waiting ? href(routes.inquiry, { ...at, inquiry: waiting.id }) : href(routes.newStatement, at)
		case 'openBallot':
		case 'publish':
			return statement ? href(routes.statement, statement) : href(routes.newStatement, at)
	}
}

function whatNow(step: FirstStep, { found }: FirstStepsProps, lang: Language): string {
	const t = catalogue(lang).firstSteps
	const { associations, represented } = found
	return step === 'seatDelegates' && represented > 0 ? t.someSeated(represented, associations) : t.steps[step].what
}

function doneSentence(step: FirstStep, { data, found }: FirstStepsProps, lang: Language): string {
	const t = catalogue(lang).firstSteps.made
	const [open] = data.open
	switch (step) {
		case 'nameAssociations':
			return t.associations(found.associations)
		case 'seatDelegates':
			return t.delegates(found.represented)
		case 'lookOverSettings':
			return t.settings(formatDate(lang, found.settingsSeenAt ?? 0))
		case 'takeInInquiry':
			return data.inquiries[0]?.title ?? open?.inquiry?.title ?? t.letter
		case 'beginText':
			return open?.statement.title ?? ''
		case 'openBallot':
			return t.ballot
		case 'printOwnCard':
		case 'publish':
			return ''
	}
}
